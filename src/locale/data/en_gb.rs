//! Names and words of the United Kingdom, most common first.

use crate::locale::list::List;

/// Women's first names.
pub static FEMALE: List = List::commas(
    "en_GB.first_names.female",
    "
Margaret, Susan, Sarah, Patricia, Emma, Karen, Elizabeth, Mary, Claire, Helen, Julie, Jennifer, Christine, Jean, Nicola,
Laura, Rebecca, Deborah, Linda, Alison, Jacqueline, Jane, Samantha, Carol, Joanne, Victoria, Rachel, Charlotte, Lisa,
Amanda, Michelle, Sharon, Louise, Gemma, Barbara, Hannah, Tracey, Lucy, Katherine, Sophie, Amy, Jessica, Anne, Kathleen,
Caroline, Emily, Dorothy, Lauren, Janet, Sandra, Natalie, Kelly, Pauline, Joan, Angela, Olivia, Chloe, Catherine,
Maureen, Gillian, Wendy, Lesley, Megan, Katie, Valerie, Sheila, Hayley, Ann, Judith, Diane, Zoe, Danielle, Heather,
Lorraine, Grace, Georgia, Bethany, Eleanor, Alice, Holly, Molly, Ellie, Leanne, Stephanie, Sylvia, Beverley, Brenda,
Rosemary, Frances, Fiona, Anna, Dawn, Ruth, Joyce, Marion, Maria, Abigail, Ella, Amelia, Isabella, Isla, Ava, Lily,
Freya, Poppy, Evie, Florence, Daisy, Phoebe, Imogen, Matilda, Harriet, Rosie, Millie, Sienna, Elsie, Ivy, Willow, Erin,
Niamh, Aoife, Caitlin, Cerys, Rhiannon, Sian, Bronwen, Carys, Eilidh, Kirsty, Mhairi, Catriona, Morag, Ailsa, Shona,
Moira, Bridget, Siobhan, Orla, Roisin, Sinead, Kerry, Donna, Paula, Melanie, Andrea, Sally, Teresa, Suzanne, Debra,
Tina, Yvonne, Hilary, Vera, Doris, Edith, Gladys, Hilda, Irene, Winifred, Beryl, Audrey, Eileen, Norma, June, Josephine,
Geraldine, Marjorie, Phyllis, Enid, Constance, Penelope, Felicity, Philippa, Henrietta, Georgina, Clementine, Beatrice,
Cordelia, Tabitha, Jemima, Verity, Francesca, Isabel, Naomi, Miriam, Lydia, Martha, Esther, Leah, Aisha, Fatima, Zainab,
Maryam, Khadija, Ayesha, Priya, Anjali, Sunita, Meera, Nisha, Pooja, Simran, Harpreet, Jasmine, Yasmin, Amina, Chidinma,
Folake, Ngozi, Abena, Agnieszka, Katarzyna, Magdalena, Joanna, Elena, Ioana, Mei, Carly, Stacey, Tanya, Cheryl, Gail,
Toni, Kim, Lynn, Lynne, Nadine, Rachael, Robyn, Rosalind, Sara, Sonia, Stella, Tara, Tessa, Thelma, Una, Vanessa,
Vivien, Clara, Maisie, Mabel, Nancy, Orlaith, Paige, Scarlett, Skye, Summer, Jade, Jodie, Keira, Libby, Lola, Maya,
Alexandra, Annabel, Antonia, Bella, Bonnie, Cassandra, Celia, Darcey, Eliza, Faith",
);

/// Men's first names.
pub static MALE: List = List::commas(
    "en_GB.first_names.male",
    "
David, John, Peter, Michael, James, Andrew, Robert, Paul, Stephen, Mark, Christopher, William, Richard, Thomas, Daniel,
Matthew, Ian, Anthony, Alan, Kevin, Simon, Joseph, Jonathan, Philip, Martin, Brian, Steven, Gary, Neil, Graham,
Nicholas, Adam, Benjamin, Luke, Alexander, Ryan, George, Samuel, Lee, Jack, Joshua, Edward, Charles, Kenneth, Colin,
Keith, Roger, Barry, Derek, Patrick, Stuart, Jason, Liam, Oliver, Harry, Callum, Nathan, Jordan, Craig, Sean, Carl,
Dean, Gareth, Wayne, Darren, Trevor, Raymond, Terence, Geoffrey, Ronald, Dennis, Frank, Roy, Eric, Norman, Leslie,
Harold, Albert, Arthur, Ernest, Gordon, Malcolm, Donald, Douglas, Duncan, Hamish, Angus, Fraser, Ewan, Euan, Alasdair,
Iain, Lewis, Cameron, Rory, Finlay, Gregor, Ross, Scott, Rhys, Dylan, Owen, Evan, Gethin, Huw, Ieuan, Gwyn, Emyr, Aled,
Conor, Declan, Niall, Padraig, Ciaran, Cormac, Brendan, Dermot, Eoin, Kieran, Aidan, Connor, Kyle, Bradley, Curtis,
Joel, Toby, Dominic, Elliot, Max, Theo, Leo, Oscar, Alfie, Archie, Freddie, Henry, Noah, Jacob, Charlie, Ethan, Isaac,
Logan, Mason, Harrison, Jude, Reuben, Sebastian, Felix, Hugo, Rupert, Miles, Giles, Barnaby, Crispin, Quentin, Piers,
Julian, Adrian, Clive, Nigel, Howard, Hugh, Guy, Gavin, Glenn, Clifford, Cyril, Bernard, Stanley, Sidney, Reginald,
Percy, Walter, Frederick, Herbert, Cecil, Victor, Maurice, Leonard, Lawrence, Laurence, Gerald, Gerard, Francis, Denis,
Desmond, Duane, Damian, Damien, Marcus, Louis, Russell, Robin, Rodney, Roland, Ralph, Mohammed, Muhammad, Ahmed, Ali,
Hassan, Hussain, Imran, Omar, Yusuf, Ibrahim, Bilal, Usman, Tariq, Zain, Arjun, Rajesh, Sanjay, Amit, Vikram, Ravi,
Deepak, Gurpreet, Harjit, Manjit, Kwame, Kofi, Chinedu, Emeka, Tunde, Oluwaseun, Winston, Delroy, Leroy, Piotr, Tomasz,
Krzysztof, Marek, Pawel, Andrei, Wei, Jayden, Kai, Kian, Ellis, Elijah, Ezra, Finn, Gabriel, Hector, Jasper, Jenson,
Kit, Luca, Otis, Riley, Roman, Ronnie, Rowan, Tobias, Tyler, Vincent, Zachary, Timothy, Terry, Tony, Vaughan, Warren,
Wesley, Wilfred, Aaron, Abraham, Alistair, Alec, Allan, Ashley, Austin, Bruce, Cedric, Clement, Clinton, Cuthbert, Dale,
Danny",
);

/// Family names.
pub static LAST: List = List::commas(
    "en_GB.last_names",
    "
Smith, Jones, Taylor, Brown, Williams, Wilson, Johnson, Davies, Patel, Robinson, Wright, Thompson, Evans, Walker, White,
Roberts, Green, Hall, Thomas, Clarke, Jackson, Wood, Harris, Edwards, Turner, Martin, Cooper, Hill, Ward, Hughes, Moore,
Clark, King, Harrison, Lewis, Baker, Lee, Allen, Morris, Khan, Scott, Watson, Davis, Parker, James, Bennett, Young,
Phillips, Richardson, Mitchell, Bailey, Carter, Cook, Singh, Shaw, Bell, Collins, Morgan, Kelly, Begum, Miller, Cox,
Hussain, Marshall, Simpson, Price, Anderson, Adams, Wilkinson, Ali, Ahmed, Foster, Ellis, Murphy, Chapman, Mason, Gray,
Richards, Webb, Rogers, Hunt, Griffiths, Mills, Palmer, Campbell, Holmes, Stevens, Barker, Knight, Matthews, Lloyd,
Butler, Russell, Barnes, Fisher, Thomson, Dixon, Powell, Stewart, Jenkins, Murray, Harvey, Fletcher, Graham, Howard,
Pearson, Reynolds, Andrews, Ford, Walsh, Fox, Elliott, Armstrong, Brooks, Saunders, Payne, Kaur, Gibson, West, Pearce,
Day, Ross, Owen, Hart, Spencer, Lawrence, Atkinson, Robertson, Hamilton, Johnston, Burton, Cole, Francis, Hawkins,
Wells, Hudson, Perry, Cunningham, Bradley, Wallace, Rose, Grant, Lane, Dunn, Bird, Stone, Hayes, Burns, Barrett, Andrew,
Booth, Ryan, Berry, Osborne, Woods, Nicholson, Kennedy, Byrne, Jordan, Chambers, Carpenter, Hopkins, Lowe, Watts,
Arnold, Gardner, Harper, Gill, Reid, Henderson, Lawson, Sutton, Bates, Hardy, Poole, Gordon, Bishop, Davidson, McDonald,
Macdonald, Warren, Page, Hunter, Duncan, Long, Woodward, Rowe, Ferguson, Bolton, Barber, Parry, Newman, Bull, Slater,
Marsh, Winter, Frost, Curtis, Read, Peters, Doyle, Bryant, Burgess, Coles, Lambert, Sharp, Rhodes, Hancock, Kemp, Bush,
Barlow, Yates, Hodgson, Norris, Bartlett, Griffin, Lynch, Goodwin, Potter, Nicholls, Sanders, Cross, Morton, Doherty,
Quinn, Gallagher, Fuller, Field, Weston, Parsons, Franklin, Crawford, Paterson, Williamson, Steele, Short, Watkins,
Perkins, George, Savage, Wade, Dean, Hobbs, Farrell, Whittaker, Bowen, Porter, Nash, Thornton, Jennings, Cartwright,
Barton, Austin, French, Holland, Carr, Little, Rahman, Shah, Chowdhury, Miah, Malik, Iqbal, Hassan, Mahmood, Akhtar,
Bibi, Sharma, Kumar, Mistry, Desai, Mehta, Chaudhry, Okafor, Adeyemi, Mensah, Owusu, Boateng, Okoye, Balogun, Chen,
Wong, Li, Wang, Nguyen, Nowak, Kowalski, Wisniewski, Popa, Silva, Costa, Santos, Rossi, O'Brien, O'Connor, O'Neill,
O'Sullivan, O'Reilly, McCarthy, McLaughlin, McKenna, McCabe, McGrath, McKenzie, McIntosh, McLean, McMillan, McGregor,
Mackay, Mackenzie, Maclean, Macleod, Sinclair, Cameron, Fraser, Forbes, Buchanan, Boyd, Kerr, Drummond, Douglas,
Stirling, Munro, Gunn, Innes, Leslie, Lindsay, Lennox, Ramsay, Rankin, Ritchie, Sutherland, Urquhart, Wardlaw, Watt,
Weir, Bowie, Bruce, Cairns, Christie, Craig, Cruickshank, Currie, Dalgleish, Dickson, Donaldson, Duffy, Findlay,
Fleming, Gillespie, Gilmour, Hay, Irvine, Irving, Jamieson, Johnstone, Laing, Lamont, Logan, Love, Lyon, Maxwell,
Menzies, Moffat, Muir, Napier, Nisbet, Ogilvie, Pollock, Pringle, Rae, Renwick, Rennie, Shearer, Tait, Telfer, Wylie,
Howells, Jenkinson, Llewellyn, Meredith, Prosser, Pritchard, Probert, Pugh, Rees, Vaughan, Bevan, Beynon, Gwynne,
Maddox, Mathias, Morse, Nicholas, Prothero, Rosser, Tudor, Watkin, Ashworth, Bancroft, Barnett, Barraclough, Batty,
Beaumont, Bentley, Birch, Blackburn, Bloom, Bond, Bowler, Brady, Bradshaw, Briggs, Broadbent, Buckley, Bullock, Burrows,
Calvert, Chadwick, Charlton, Clayton, Clegg, Clements, Coates, Connolly, Conway, Coulson, Craven, Crossley, Dale,
Dawson, Denton, Dobson, Eastwood, Emery, Farmer, Faulkner, Fielding, Firth, Fowler, Freeman, Gibbons, Gibbs, Giles,
Glover, Goddard, Gough, Gould, Greenwood, Haigh, Hale, Hammond, Hargreaves, Harding, Hartley, Haworth, Haynes, Heath,
Heaton, Herbert, Hewitt, Hicks, Higgins, Hilton, Hirst, Holden, Holt, Horton, Howe, Humphreys, Hurst, Hutchinson,
Ingham, Jarvis, Kaye, Kirby, Kirk, Leach, Lees, Lister, Lord, Lucas, Mann, Manning, Metcalfe, Middleton, Milner, Moss,
Naylor, Neal, Newton, Norman, North, Norton, Oakley, Oldham, Oliver, Peacock, Pickering, Pike, Pollard, Pratt, Preston,
Randall, Reed, Riley, Robson, Rowland, Rushton, Sharpe, Sheppard, Skinner, Stephenson, Stokes, Storey, Summers, Swift,
Sykes, Thorpe, Tomlinson, Townsend, Tucker, Turnbull, Tyler, Wagstaff, Walton, Waters, Webster, Welch, Wheeler,
Whitehead, Wilcox, Wilkins, Willis, Winterbottom, Woodhouse, Wyatt",
);

/// Forms of address for women.
pub static PREFIX_FEMALE: List = List::commas("en_GB.prefixes.female", "Mrs, Ms, Miss, Dr");

/// Forms of address for men.
pub static PREFIX_MALE: List = List::commas("en_GB.prefixes.male", "Mr, Dr");

/// What follows a name, for the few who have it.
pub static SUFFIX: List = List::commas("en_GB.suffixes", "BSc, BA, MSc, MBE, PhD, OBE, MD, FRCS");

/// First parts of street names.
pub static STREETS: List = List::commas(
    "en_GB.streets",
    "
High, Station, Church, Victoria, Park, Mill, Queen, King, New, Green, Manor, Kings, Queens, London, School, Chapel,
York, Albert, George, Windsor, Richmond, Alexandra, Grove, West, North, South, East, Main, Springfield, Broad, Stanley,
Chester, Oxford, Cambridge, Bath, Bridge, Castle, Market, Mary, Prince, Princess, Duke, Wellington, Nelson, Trafalgar,
Waterloo, Churchill, Gladstone, Cromwell, Russell, Gordon, Grange, Abbey, Priory, St Johns, St Marys, St Peters,
St James, Trinity, Vicarage, Rectory, Glebe, Orchard, Meadow, Brook, River, Spring, Well, Wood, Oak, Ash, Elm, Beech,
Birch, Cedar, Chestnut, Hawthorn, Holly, Laurel, Lime, Maple, Poplar, Rowan, Sycamore, Willow, Yew, Rose, Primrose,
Heather, Bluebell, Fern, Ivy, Lavender, Hill, Valley, Cliff, Moor, Heath, Common, Field, Farm, Barn, Mount, Lodge, Hall,
Court, Cross, Union, Canal, Quay, Dock, Harbour, Railway, Tower, Bell, Crown, Lion, Swan, Fox, Hare, Robin, Skylark,
Kingfisher, Heron, Cavendish, Devonshire, Norfolk, Suffolk, Essex, Kent, Sussex, Surrey, Hereford, Lancaster, Durham,
Lincoln, Warwick, Salisbury, Exeter, Winchester, Balmoral, Sandringham, Osborne, Clarence, Regent, Coronation",
);

/// Second parts of street names.
pub static STREET_SUFFIXES: List = List::commas(
    "en_GB.street_suffixes",
    "Road, Street, Close, Lane, Avenue, Drive, Way, Gardens, Crescent, Court, Place, Terrace, Grove, Mews",
);

/// What follows a company's name.
pub static COMPANY_SUFFIXES: List =
    List::commas("en_GB.company_suffixes", "Ltd, Limited, LLP, plc, Group, & Sons, & Co, Partners, Holdings");

/// Ordinary hosts of private mail.
pub static WILD_MAIL: List = List::commas(
    "en_GB.wild_mail",
    "gmail.com, hotmail.co.uk, outlook.com, yahoo.co.uk, btinternet.com, icloud.com, sky.com, virginmedia.com",
);
