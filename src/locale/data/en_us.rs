//! Names and words of the United States, most common first.

use crate::locale::list::List;

/// Women's first names.
pub static FEMALE: List = List::commas(
    "en_US.first_names.female",
    "
Mary, Jennifer, Patricia, Linda, Elizabeth, Barbara, Jessica, Susan, Sarah, Karen, Lisa, Nancy, Ashley, Sandra, Emily,
Kimberly, Michelle, Margaret, Amanda, Donna, Melissa, Carol, Stephanie, Deborah, Rebecca, Laura, Sharon, Cynthia, Amy,
Kathleen, Angela, Dorothy, Shirley, Emma, Brenda, Nicole, Pamela, Samantha, Anna, Katherine, Christine, Debra, Rachel,
Olivia, Carolyn, Maria, Janet, Heather, Diane, Catherine, Julie, Victoria, Helen, Joyce, Lauren, Kelly, Christina, Joan,
Judith, Ruth, Evelyn, Hannah, Andrea, Virginia, Megan, Cheryl, Jacqueline, Madison, Sophia, Abigail, Teresa, Isabella,
Sara, Janice, Martha, Gloria, Kathryn, Ann, Charlotte, Judy, Amber, Julia, Grace, Denise, Danielle, Natalie, Alice,
Marilyn, Diana, Beverly, Jean, Brittany, Theresa, Frances, Kayla, Alexis, Tiffany, Lori, Kathy, Rose, Crystal, Erin,
Ava, Mia, Tammy, Allison, Vanessa, Alyssa, Peggy, Connie, Monica, Wendy, Dawn, Tina, Rhonda, Tracy, Valerie, Brooke,
Leslie, Courtney, April, Jasmine, Morgan, Veronica, Carrie, Chloe, Ella, Robin, Melanie, Anne, Chelsea, Lily, Gail,
Paula, Shannon, Kristen, Renee, Savannah, Regina, Phyllis, Bonnie, Ellen, Audrey, Sydney, Claire, Suzanne, Haley, Zoe,
Jill, Sheila, Vivian, Annette, Gabriella, Kristin, Destiny, Taylor, Erica, Leah, Hailey, Katie, Holly, Whitney, Cindy,
Marissa, Sherry, Yolanda, Autumn, Naomi, Penelope, Ruby, Bethany, Molly, Caitlin, Trinity, Stacy, Rosa, Monique,
Kristina, Faith, Tara, Lucy, Stella, Avery, Aubrey, Harper, Meredith, Gwendolyn, Adriana, Angelica, Alicia, Cassandra,
Miranda, Hope, Ariana, Josephine, Eva, Kendra, Latoya, Ebony, Aaliyah, Imani, Keisha, Tamika, Guadalupe, Carmen,
Juanita, Esmeralda, Marisol, Lucia, Ximena, Priya, Mei, Yasmin, Fatima, Layla, Nadia, Genesis, Willow, Hazel, Violet,
Nora, Eleanor, Clara, Maya, Piper, Quinn, Sadie, Iris, Jade, Paige, Cora, June, Tessa, Daisy, Joanna, Beth, Irene, Lois,
Norma, Marjorie, Edith, Eileen, Loretta, Arlene, Geraldine, Maureen, Colleen, Rosemary, Sally, Marlene, Darlene, Glenda,
Krista, Candice, Desiree, Kara, Brianna, Kelsey, Lindsey, Jenna, Mackenzie, Shelby, Makayla",
);

/// Men's first names.
pub static MALE: List = List::commas(
    "en_US.first_names.male",
    "
James, Michael, Robert, John, David, William, Richard, Joseph, Thomas, Christopher, Charles, Daniel, Matthew, Anthony,
Mark, Donald, Steven, Andrew, Paul, Joshua, Kenneth, Kevin, Brian, Timothy, Ronald, Jason, George, Edward, Jeffrey,
Ryan, Jacob, Nicholas, Gary, Eric, Jonathan, Stephen, Larry, Justin, Benjamin, Scott, Brandon, Samuel, Gregory,
Alexander, Patrick, Frank, Jack, Raymond, Dennis, Tyler, Aaron, Jerry, Jose, Nathan, Adam, Henry, Zachary, Douglas,
Peter, Noah, Kyle, Ethan, Christian, Jeremy, Keith, Austin, Sean, Roger, Terry, Walter, Dylan, Gerald, Carl, Jordan,
Bryan, Gabriel, Jesse, Harold, Lawrence, Logan, Arthur, Bruce, Billy, Elijah, Joe, Alan, Juan, Liam, Willie, Mason,
Albert, Randy, Wayne, Vincent, Lucas, Caleb, Luke, Bobby, Isaac, Bradley, Russell, Philip, Roy, Louis, Ralph, Johnny,
Eugene, Randall, Craig, Phillip, Howard, Shawn, Cody, Dustin, Oliver, Alex, Cameron, Connor, Hunter, Evan, Antonio,
Carlos, Luis, Jackson, Derek, Travis, Chad, Marcus, Stanley, Leonard, Dale, Manuel, Rodney, Curtis, Allen, Norman,
Marvin, Glenn, Jeffery, Steve, Earl, Jimmy, Angel, Victor, Miguel, Ricardo, Jorge, Francisco, Alejandro, Diego, Javier,
Fernando, Sergio, Eduardo, Mario, Oscar, Pedro, Hector, Ruben, Roberto, Xavier, Ian, Owen, Wyatt, Carter, Levi,
Sebastian, Aiden, Julian, Isaiah, Landon, Theodore, Jaxon, Grayson, Lincoln, Hudson, Ezra, Asher, Leo, Miles, Dominic,
Cole, Max, Chase, Blake, Colin, Garrett, Spencer, Seth, Trevor, Brett, Shane, Joel, Edwin, Don, Ricky, Troy, Barry,
Bernard, Leroy, Clifford, Frederick, Warren, Ray, Tom, Lloyd, Calvin, Darren, Dean, Gordon, Darrell, Jared, Erik, Corey,
Andre, Terrance, Jamal, Darius, Malik, Tyrone, DeShawn, Reginald, Maurice, Cedric, Omar, Ahmed, Raj, Wei, Hiroshi,
Kenji, Tariq, Casey, Brent, Kurt, Wesley, Mitchell, Preston, Grant, Gavin, Tanner, Colton, Parker, Weston, Easton,
Nolan, Roman, Silas, August, Felix, Hugo, Simon, Elliott, Graham, Conrad, Neil, Stuart, Duane, Clarence, Vernon,
Herbert, Ernest, Melvin, Alfred, Harvey, Lester, Floyd",
);

/// Family names.
pub static LAST: List = List::commas(
    "en_US.last_names",
    "
Smith, Johnson, Williams, Brown, Jones, Garcia, Miller, Davis, Rodriguez, Martinez, Hernandez, Lopez, Gonzalez, Wilson,
Anderson, Thomas, Taylor, Moore, Jackson, Martin, Lee, Perez, Thompson, White, Harris, Sanchez, Clark, Ramirez, Lewis,
Robinson, Walker, Young, Allen, King, Wright, Scott, Torres, Nguyen, Hill, Flores, Green, Adams, Nelson, Baker, Hall,
Rivera, Campbell, Mitchell, Carter, Roberts, Gomez, Phillips, Evans, Turner, Diaz, Parker, Cruz, Edwards, Collins,
Reyes, Stewart, Morris, Morales, Murphy, Cook, Rogers, Gutierrez, Ortiz, Morgan, Cooper, Peterson, Bailey, Reed, Kelly,
Howard, Ramos, Kim, Cox, Ward, Richardson, Watson, Brooks, Chavez, Wood, James, Bennett, Gray, Mendoza, Ruiz, Hughes,
Price, Alvarez, Castillo, Sanders, Patel, Myers, Long, Ross, Foster, Jimenez, Powell, Jenkins, Perry, Russell, Sullivan,
Bell, Coleman, Butler, Henderson, Barnes, Gonzales, Fisher, Vasquez, Simmons, Romero, Jordan, Patterson, Alexander,
Hamilton, Graham, Reynolds, Griffin, Wallace, Moreno, West, Cole, Hayes, Bryant, Herrera, Gibson, Ellis, Tran, Medina,
Aguilar, Stevens, Murray, Ford, Castro, Marshall, Owens, Harrison, Fernandez, McDonald, Woods, Washington, Kennedy,
Wells, Vargas, Henry, Chen, Freeman, Webb, Tucker, Guzman, Burns, Crawford, Olson, Simpson, Porter, Hunter, Gordon,
Mendez, Silva, Shaw, Snyder, Mason, Dixon, Munoz, Hunt, Hicks, Holmes, Palmer, Wagner, Black, Robertson, Boyd, Rose,
Stone, Salazar, Fox, Warren, Mills, Meyer, Rice, Schmidt, Garza, Daniels, Ferguson, Nichols, Stephens, Soto, Weaver,
Ryan, Gardner, Payne, Grant, Dunn, Kelley, Spencer, Hawkins, Arnold, Pierce, Vazquez, Hansen, Peters, Santos, Hart,
Bradley, Knight, Elliott, Cunningham, Duncan, Armstrong, Hudson, Carroll, Lane, Riley, Andrews, Alvarado, Ray, Delgado,
Berry, Perkins, Hoffman, Johnston, Matthews, Pena, Richards, Contreras, Willis, Carpenter, Lawrence, Sandoval, Guerrero,
George, Chapman, Rios, Estrada, Ortega, Watkins, Greene, Nunez, Wheeler, Valdez, Harper, Burke, Larson, Santiago,
Maldonado, Morrison, Franklin, Carlson, Austin, Dominguez, Carr, Lawson, Jacobs, O'Brien, Lynch, Singh, Vega, Bishop,
Montgomery, Oliver, Jensen, Harvey, Williamson, Gilbert, Dean, Sims, Espinoza, Howell, Li, Wong, Reid, Hanson, Le,
McCoy, Garrett, Burton, Fuller, Wang, Weber, Welch, Rojas, Lucas, Marquez, Fields, Park, Yang, Little, Banks, Padilla,
Day, Walsh, Bowman, Schultz, Luna, Fowler, Mejia, Davidson, Acosta, Brewer, May, Holland, Juarez, Newman, Pearson,
Curtis, Cortez, Douglas, Schneider, Joseph, Barrett, Navarro, Figueroa, Keller, Avila, Wade, Molina, Stanley, Hopkins,
Campos, Barnett, Bates, Chambers, Caldwell, Beck, Lambert, Miranda, Byrd, Craig, Ayala, Lowe, Frazier, Powers, Neal,
Leonard, Gregory, Carrillo, Sutton, Fleming, Rhodes, Shelton, Schwartz, Norris, Jennings, Watts, Duran, Walters, Cohen,
McDaniel, Moran, Parks, Steele, Vaughn, Becker, Holt, DeLeon, Barker, Terry, Hale, Leon, Benson, Haynes, Horton, Miles,
Lyons, Pham, Graves, Bush, Thornton, Wolfe, Warner, Cabrera, McKinney, Mann, Zimmerman, Dawson, Lara, Fletcher, Page,
McCarthy, Love, Robles, Cervantes, Solis, Erickson, Reeves, Chang, Klein, Salinas, Fuentes, Baldwin, Daniel, Simon,
Velasquez, Hardy, Higgins, Aguirre, Lin, Cummings, Chandler, Sharp, Barber, Bowen, Ochoa, Dennis, Robbins, Liu, Ramsey,
Francis, Griffith, Paul, Blair, O'Connor, Cardenas, Pacheco, Cross, Calderon, Quinn, Moss, Swanson, Chan, Rivas, Khan,
Rodgers, Serrano, Fitzgerald, Rosales, Stevenson, Christensen, Manning, Gill, Curry, McLaughlin, Harmon, McGee, Gross,
Doyle, Garner, Newton, Burgess, Reese, Walton, Blake, Trujillo, Adkins, Brady, Goodman, Roman, Webster, Goodwin,
Fischer, Huang, Potter, Delacruz, Montoya, Todd, Wu, Hines, Mullins, Castaneda, Malone, Cannon, Tate, Mack, Sherman,
Hubbard, Hodges, Zhang, Guerra, Wolf, Valencia, Saunders, Franco, Rowe, Gallagher, Farmer, Hammond, Hampton, Townsend,
Ingram, Wise, Gallegos, Clarke, Barton, Schroeder, Maxwell, Waters, Logan, Camacho, Strickland, Norman, Colon, Parsons,
Frank, Harrington, Glover, Osborne, Buchanan, Casey, Floyd, Patton, Ibarra, Ball, Tyler, Suarez, Bowers, Orozco, Salas,
Cobb, Gibbs, Andrade, Bauer, Conner, Moody, Escobar, McGuire, Lloyd, Mueller, Hartman, French, Kramer, McBride, Pope,
Lindsey, Velazquez, Norton, McCormick, Sparks, Flynn, Yates, Hogan, Marsh, Macias, Villanueva, Zamora, Pratt, Stokes,
Owen, Ballard, Lang, Brock, Villarreal, Charles, Drake, Barrera, Cain, Patrick, Pineda, Burnett, Mercado, Santana,
Shepherd, Bautista, Ali, Shaffer, Lamb, Trevino, McKenzie, Hess, Olsen, Cochran, Morton, Nash, Wilkins, Petersen,
Briggs, Shah, Roth, Nicholson, Holloway, Lozano, Rangel, Flowers, Hoover, Short, Arias, Mora, Valenzuela, Bryan, Meyers,
Weiss, Underwood, Bass, Greer, Summers, Houston, Carson, Morrow, Clayton, Whitaker, Decker, Yoder, Collier, Zuniga,
Carey, Wilcox, Melendez, Poole, Roberson",
);

/// Forms of address for women.
pub static PREFIX_FEMALE: List = List::commas("en_US.prefixes.female", "Ms., Mrs., Dr., Miss");

/// Forms of address for men.
pub static PREFIX_MALE: List = List::commas("en_US.prefixes.male", "Mr., Dr.");

/// What follows a name, for the few who have it.
pub static SUFFIX: List = List::commas("en_US.suffixes", "Jr., III, Sr., II, PhD, MD, IV, DDS, DVM");

/// Job titles, the same for women and men; shared with `en_GB`.
pub static JOBS: List = List::commas(
    "en.job_titles",
    "
Registered Nurse, Retail Salesperson, Software Engineer, Office Clerk, Customer Service Representative,
Elementary School Teacher, Truck Driver, Accountant, Administrative Assistant, Sales Manager, Cashier, Warehouse Worker,
Project Manager, Cook, Electrician, Operations Manager, Financial Analyst, Secondary School Teacher, Store Manager,
Home Health Aide, Data Analyst, Marketing Manager, Mechanic, Bookkeeper, Human Resources Specialist,
Construction Worker, Receptionist, Business Analyst, Carpenter, Police Officer, Graphic Designer, Physician,
Security Guard, Plumber, Lawyer, Product Manager, Pharmacist, Dental Hygienist, Systems Administrator, Civil Engineer,
Social Worker, Account Manager, Chef, Bartender, Mechanical Engineer, Paralegal, Machinist, Firefighter, Bus Driver,
Physical Therapist, Web Developer, Hairdresser, Logistics Coordinator, Loan Officer, Real Estate Agent, Data Scientist,
Welder, Executive Assistant, Dentist, Pharmacy Technician, Medical Assistant, Electrical Engineer, Insurance Agent,
Recruiter, Painter, Quality Assurance Engineer, Buyer, Delivery Driver, Database Administrator, Teaching Assistant,
Event Planner, Chemist, Librarian, Veterinarian, Radiologist, Surgeon, Psychologist, Auditor, Architect,
Technical Writer, Copywriter, Editor, Journalist, Photographer, Translator, UX Designer, Security Analyst,
Network Engineer, DevOps Engineer, IT Support Specialist, Chief Financial Officer, Chief Executive Officer,
Chief Technology Officer, Head of Marketing, Supply Chain Manager, Procurement Specialist, Production Planner,
Industrial Engineer, Lab Technician, Research Scientist, Biologist, Statistician, Economist, Actuary, Tax Consultant,
Payroll Clerk, Compliance Officer, Risk Manager, Investment Adviser, Property Manager, Facilities Manager, Landscaper,
Roofer, Tiler, Glazier, Baker, Butcher, Waiter, Hotel Manager, Flight Attendant, Airline Pilot, Train Driver, Optician,
Midwife, Paramedic, Speech Therapist, Occupational Therapist, Nutritionist, Personal Trainer, Tour Guide, Farmer,
Forester, Gardener, Florist, Tailor, Jeweler, Sound Engineer, Video Editor, Animator, Interior Designer, Urban Planner,
Surveyor, Geologist, Environmental Engineer, Energy Consultant",
);

/// First parts of street names.
pub static STREETS: List = List::commas(
    "en_US.streets",
    "
Main, Oak, Park, Maple, Cedar, Pine, Elm, Washington, Lake, Hill, Walnut, Spring, North, Ridge, Church, Willow, Mill,
Sunset, Jackson, Cherry, Lincoln, River, Highland, Johnson, Jefferson, Franklin, Dogwood, Hickory, Forest, Center,
Meadow, Adams, Madison, Chestnut, Birch, Laurel, Poplar, Green, Magnolia, Valley, College, School, Prospect, Union,
Liberty, Market, Bridge, Railroad, Court, Water, Spruce, Sycamore, Woodland, Hillcrest, Fairview, Lakeview, Cottonwood,
Juniper, Aspen, Holly, Locust, Beech, Hawthorne, Monroe, Grant, Harrison, Cleveland, Roosevelt, Wilson, Taylor, Clark,
Lewis, Douglas, Sherman, Lafayette, Clinton, Hamilton, Marshall, Penn, Delaware, Virginia, Georgia, Michigan, Ohio,
Summit, Grove, Orchard, Garden, Pleasant, Pearl, Broad, Front, South, East, West, Vine, Mulberry, Peach, Apple, Rose,
Lilac, Clover, Heather, Ivy, Fern, Canyon, Mesa, Mountain View, Ocean, Bay, Harbor, Beach, Shore, Creek, Brook, Stone,
Quarry, Canal, Depot, Mission, Mesquite, Palm, Cypress, Eagle, Hawk, Fox, Deer, Quail, Bluebird, Cardinal, Heron,
Old Mill, Country Club, Chapel, Academy, University, Arlington, Lexington, Concord, Salem, Windsor, Oxford, Cambridge,
Bristol, Devon, Kensington, Sheridan, Essex, Warren, Charles, 2nd, 3rd, 4th, 5th, 6th, 7th, 8th, 9th, 10th, 11th, 12th,
13th, 14th, 15th, 16th, 18th, 20th, 21st, 22nd, 25th, 30th",
);

/// Second parts of street names.
pub static STREET_SUFFIXES: List = List::commas(
    "en_US.street_suffixes",
    "Street, Avenue, Drive, Road, Lane, Court, Boulevard, Way, Place, Circle, Terrace, Trail",
);

/// What follows a company's name.
pub static COMPANY_SUFFIXES: List =
    List::commas("en_US.company_suffixes", "Inc., LLC, Corp., Co., Group, Holdings, Partners, & Sons, Ltd., LP");

/// Ordinary hosts of private mail.
pub static WILD_MAIL: List = List::commas(
    "en_US.wild_mail",
    "gmail.com, yahoo.com, outlook.com, icloud.com, hotmail.com, aol.com, comcast.net, live.com",
);
