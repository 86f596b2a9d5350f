//! `E1240` to `E1259`: models and their providers.

use super::CodeDef;

/// The codes of this area.
pub const CODES: &[CodeDef] = &[
    CodeDef {
        code: "E1240",
        title: "nobody answers at the provider's address",
        explanation: "\
No connection came about: the address is wrong, the machine is off the net, nothing listens there, or TLS fails. It was tried three
times. A local server must be running: `ollama serve`, or the server behind `--base-url`. Proxies are taken from `HTTPS_PROXY`,
`HTTP_PROXY` and `NO_PROXY`.

Fails: `synth draft --provider ollama \"...\"` while Ollama is not running. Mended: `ollama serve` in another terminal, then again; or
`--provider offline`, which needs no network.
",
    },
    CodeDef {
        code: "E1241",
        title: "the provider takes no such key",
        explanation: "\
The key is missing, wrong, revoked, or may not use this model. Keys come from the environment (`OPENAI_API_KEY`, `ANTHROPIC_API_KEY`,
`GOOGLE_API_KEY` or `GEMINI_API_KEY`), from `--api-key-file`, or from the system's keyring; never from the command line, and they are
never shown. With several keys, all of them were refused.

Fails: `synth draft --provider anthropic \"...\"` without a key. Mended: `export ANTHROPIC_API_KEY=...`, then again; or
`--provider offline`.
",
    },
    CodeDef {
        code: "E1242",
        title: "nothing is left of the provider's quota",
        explanation: "\
The account has used up what it may use, for the day or for what was paid. Waiting a minute does not help, so that no further request
was made. With several keys, all of them are used up.

Fails: a request with a key whose credit is spent. Mended: add credit, take another key, or `--provider offline`.
",
    },
    CodeDef {
        code: "E1243",
        title: "there is no such model",
        explanation: "\
The provider does not know the model, or the key may not use it. Names are taken as they are written. A local server has only the
models that were loaded into it: `ollama pull NAME`. When the address is that of a gateway, its path may be wrong, too.

Fails: `--model gpt-nine`. Mended: `--model` with a name from the provider's list, or without `--model` for the default.
",
    },
    CodeDef {
        code: "E1244",
        title: "the provider fails again and again",
        explanation: "\
The server is limiting requests, is overloaded, or broken, and stayed so over all retries. Waits double from one to the next: 2, 4, 8
and 16 seconds by default, or as long as the server asks for.

Fails: a provider that answers 529 five times. Mended: try later, raise `--retries`, take another `--model` or `--provider`.
",
    },
    CodeDef {
        code: "E1245",
        title: "the provider asks for too long a wait",
        explanation: "\
The server names the time after which it would answer, and that is longer than a single wait may be (a minute). Nothing was waited for.

Fails: `retry-after: 3600`. Mended: try again after that time, or take another key, model or provider.
",
    },
    CodeDef {
        code: "E1246",
        title: "the model refuses",
        explanation: "\
The model, or a filter before or behind it, does not answer this description. The reason is quoted as far as one is given. Some filters
take the names of personal identifiers, such as social security numbers, for the thing itself. It is not asked again.

Fails: a description that a filter objects to. Mended: other words, another model, or `--provider offline`.
",
    },
    CodeDef {
        code: "E1247",
        title: "the answer is cut off",
        explanation: "\
The draft did not fit into the tokens that an answer may have, nor into twice as many. Reasoning counts, too.

Fails: fifty tables with `--max-output-tokens 500`. Mended: a larger `--max-output-tokens`, or a description of fewer tables.
",
    },
    CodeDef {
        code: "E1248",
        title: "the request is too large for the model",
        explanation: "\
Prompt and description together exceed what the model, or the account, can take at once.

Fails: a description of 300 pages. Mended: a shorter description, `--prompt-size small`, or a model with a larger context.
",
    },
    CodeDef {
        code: "E1249",
        title: "this is no answer of such a provider",
        explanation: "\
The server answered with something else than the provider's servers do: a web page of a gateway or a captive portal, JSON of another
shape, or an answer with nothing in it. What came is quoted in short.

Fails: `--base-url http://127.0.0.1:8000` where the server's paths begin with `/v1`. Mended: `--base-url http://127.0.0.1:8000/v1`.
",
    },
    CodeDef {
        code: "E1250",
        title: "the schema is refused in every form",
        explanation: "\
The model was asked to hold its answer to the draft's schema, then to answer in JSON, then in plain words, and each time the server
refused the request.

Fails: a server that refuses requests whatever they ask for. Mended: another model or server; `--log-level debug` shows what it says.
",
    },
    CodeDef {
        code: "E1251",
        title: "the provider refuses the request",
        explanation: "\
The server says that something about the request is wrong, and it is nothing that could be left out. Its words are quoted.

Fails: `--max-output-tokens 1000000` with a model that writes at most 64,000. Mended: a smaller number.
",
    },
    CodeDef {
        code: "E1252",
        title: "the provider's address is not safe, or none",
        explanation: "\
An address begins with `https://`, or with `http://` where the server runs on this machine. Over plain HTTP to another machine everybody
between can read the description and the key, so that it must be allowed by name.

Fails: `--base-url http://gpu.example/v1`. Mended: `--base-url https://gpu.example/v1`, or `--allow-insecure` in a network that you trust.
",
    },
    CodeDef {
        code: "E1253",
        title: "the cache has no answer to this request",
        explanation: "\
With `--replay` answers come from the cache alone. One is found when provider, host, model, prompt, description, answers and revision are
those of the request that was cached; the day, keys and ports do not matter.

Fails: `synth draft --replay \"...\"` with a description that was never drafted. Mended: once without `--replay`, then with it; and the same
`--cache-dir`.
",
    },
    CodeDef {
        code: "E1254",
        title: "the answer is too large",
        explanation: "\
No more than 8 MiB of an answer are read. A draft has some kilobytes, so that such a server is no model.

Fails: a `--base-url` behind which there is a download. Mended: the address of the model's interface.
",
    },
    CodeDef {
        code: "E1255",
        title: "the server sends elsewhere",
        explanation: "\
Redirects are not followed, since the key would go to a host that you have not named.

Fails: a `--base-url` whose server answers 307. Mended: the address to which it points, if you trust it.
",
    },
    CodeDef {
        code: "E1256",
        title: "a limit of the settings is reached",
        explanation: "\
The time (`--budget`), the number of requests (`--max-requests`) or the money (`--max-cost`) for a draft is used up. Money can only be
limited where the price of the model is known: the built-in table is dated, and your own can replace it.

Fails: `--max-requests 1` where the first request was limited by the provider. Mended: a larger limit, or none.
",
    },
    CodeDef {
        code: "E1257",
        title: "the answer is no draft",
        explanation: "\
The model's answer was not one JSON object in the form of a draft, and still was not after it had been told what is wrong. Small models
often fail so; the problems of the last answer are listed.

Fails: a model that answers in prose. Mended: a larger model, `--max-repairs` above 2, or `--provider offline`.
",
    },
];
