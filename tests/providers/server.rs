//! A server on this machine that gives scripted answers and remembers what it was asked.

use std::collections::VecDeque;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;

/// One answer.
#[derive(Clone)]
pub struct Answer {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
    /// How long the server waits between the head and the body.
    pub pause: Duration,
}

/// One request, as it came.
pub struct Asked {
    /// `POST /v1/...`.
    pub line: String,
    /// Names in lower case.
    pub headers: Vec<(String, String)>,
    pub body: Value,
    pub at: Instant,
}

impl Asked {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

#[derive(Default)]
struct State {
    script: VecDeque<Answer>,
    asked: Vec<Asked>,
}

/// The server; it ends with the tests.
pub struct Server {
    port: u16,
    state: Arc<Mutex<State>>,
}

impl Answer {
    pub fn new(status: u16, body: impl Into<Vec<u8>>) -> Self {
        let headers = vec![("content-type".to_owned(), "application/json".to_owned())];
        Self { status, headers, body: body.into(), pause: Duration::ZERO }
    }

    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.headers.retain(|(known, _)| known != name);
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    pub fn slow(self, pause: Duration) -> Self {
        Self { pause, ..self }
    }
}

impl Server {
    /// A server with a script.
    pub fn new(script: Vec<Answer>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let port = listener.local_addr().expect("an address").port();
        let state = Arc::new(Mutex::new(State { script: script.into(), asked: Vec::new() }));
        let shared = Arc::clone(&state);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let shared = Arc::clone(&shared);
                thread::spawn(move || serve(stream, &shared));
            }
        });
        Self { port, state }
    }

    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// What was asked so far.
    pub fn asked(&self) -> Vec<Asked> {
        std::mem::take(&mut self.state.lock().expect("no server has panicked").asked)
    }
}

/// One connection, one answer. Beyond the script: 418.
fn serve(stream: TcpStream, state: &Mutex<State>) {
    let Some(asked) = read(&stream) else { return };
    let answer = {
        let mut state = state.lock().expect("no server has panicked");
        state.asked.push(asked);
        state.script.pop_front().unwrap_or_else(|| Answer::new(418, r#"{"error":{"message":"end of the script"}}"#))
    };
    // The other side may have gone away, which is some tests' point.
    let _ = write(stream, &answer);
}

fn read(stream: &TcpStream) -> Option<Asked> {
    let mut reader = BufReader::new(stream);
    let mut lines = Vec::new();
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).ok().filter(|count| *count > 0)?;
        match line.trim_end() {
            "" => break,
            text => lines.push(text.to_owned()),
        }
    }
    let split = |line: &String| line.split_once(": ").map(|(name, value)| (name.to_lowercase(), value.to_owned()));
    let headers: Vec<(String, String)> = lines[1..].iter().filter_map(split).collect();
    let length = headers.iter().find(|(name, _)| name == "content-length").and_then(|(_, value)| value.parse().ok());
    let mut body = vec![0; length.unwrap_or(0)];
    reader.read_exact(&mut body).ok()?;
    let body = serde_json::from_slice(&body).unwrap_or_default();
    Some(Asked { line: lines[0].trim_end_matches(" HTTP/1.1").to_owned(), headers, body, at: Instant::now() })
}

fn write(mut stream: TcpStream, answer: &Answer) -> std::io::Result<()> {
    let headers: String = answer.headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
    let (status, length) = (answer.status, answer.body.len());
    write!(stream, "HTTP/1.1 {status} Status\r\n{headers}content-length: {length}\r\nconnection: close\r\n\r\n")?;
    stream.flush()?;
    thread::sleep(answer.pause);
    stream.write_all(&answer.body)?;
    stream.flush()
}
