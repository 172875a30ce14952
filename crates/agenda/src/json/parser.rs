//! Reads JSON, byte by byte.

use std::borrow::Cow;

use super::{Json, SyntaxError, Value};

/// Where the reading of a text is.
pub(super) struct Parser<'a> {
    source: &'a str,
    at: usize,
}

impl<'a> Parser<'a> {
    /// At that byte of the text.
    pub(super) fn at(source: &'a str, at: usize) -> Self {
        Self { source, at }
    }

    pub(super) fn peek(&self) -> Option<u8> {
        self.source.as_bytes().get(self.at).copied()
    }

    pub(super) fn error(&self, problem: &'static str) -> SyntaxError {
        SyntaxError { at: self.at, problem }
    }

    pub(super) fn skip_space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    /// Takes the byte when it comes next.
    fn takes(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        self.at += usize::from(found);
        found
    }

    pub(super) fn value(&mut self, depth: usize) -> Result<Json<'a>, SyntaxError> {
        let at = self.at;
        let value = match self.peek() {
            Some(b'{') => self.object(depth)?,
            Some(b'[') => self.array(depth)?,
            Some(b'"') => Value::String(self.string()?),
            Some(b'-' | b'0'..=b'9') => self.number()?,
            Some(b't') => self.word("true", Value::Bool(true))?,
            Some(b'f') => self.word("false", Value::Bool(false))?,
            Some(b'n') => self.word("null", Value::Null)?,
            Some(_) => return Err(self.error("a value was expected here")),
            None => return Err(self.error("the file ends where a value was expected")),
        };
        Ok(Json { at, value })
    }

    fn word(&mut self, word: &str, value: Value<'a>) -> Result<Value<'a>, SyntaxError> {
        if self.source.get(self.at..self.at + word.len()) == Some(word) {
            self.at += word.len();
            return Ok(value);
        }
        Err(self.error("a value was expected here; text stands in double quotes"))
    }

    fn object(&mut self, depth: usize) -> Result<Value<'a>, SyntaxError> {
        let mut members = Vec::new();
        self.items(b'}', depth, "a comma or `}` was expected here", |parser, depth| {
            if parser.peek() != Some(b'"') {
                return Err(parser.error("a member name in double quotes was expected here"));
            }
            let name = parser.string()?;
            parser.skip_space();
            if !parser.takes(b':') {
                return Err(parser.error("a colon was expected after the member name"));
            }
            parser.skip_space();
            members.push((name, parser.value(depth)?));
            Ok(())
        })?;
        Ok(Value::Object(members))
    }

    fn array(&mut self, depth: usize) -> Result<Value<'a>, SyntaxError> {
        let mut items = Vec::new();
        self.items(b']', depth, "a comma or `]` was expected here", |parser, depth| {
            items.push(parser.value(depth)?);
            Ok(())
        })?;
        Ok(Value::Array(items))
    }

    /// Reads what stands between brackets, separated by commas.
    fn items(
        &mut self,
        close: u8,
        depth: usize,
        missing: &'static str,
        mut item: impl FnMut(&mut Self, usize) -> Result<(), SyntaxError>,
    ) -> Result<(), SyntaxError> {
        let Some(depth) = depth.checked_sub(1) else {
            return Err(self.error("this nests deeper than an agenda can"));
        };
        self.at += 1;
        self.skip_space();
        if self.takes(close) {
            return Ok(());
        }
        loop {
            item(self, depth)?;
            self.skip_space();
            if self.takes(close) {
                return Ok(());
            }
            if !self.takes(b',') {
                return Err(self.error(missing));
            }
            self.skip_space();
            if self.peek() == Some(close) {
                return Err(self.error("JSON allows no comma after the last item"));
            }
        }
    }

    fn number(&mut self) -> Result<Value<'a>, SyntaxError> {
        let start = self.at;
        self.takes(b'-');
        if !self.takes(b'0') {
            self.digits()?;
        }
        if self.takes(b'.') {
            self.digits()?;
        }
        if self.takes(b'e') || self.takes(b'E') {
            let _ = self.takes(b'+') || self.takes(b'-');
            self.digits()?;
        }
        if matches!(self.peek(), Some(b'0'..=b'9')) {
            return Err(self.error("JSON allows no leading zeros"));
        }
        Ok(Value::Number(self.read_since(start)))
    }

    /// What was read from there on; both ends are beside an ASCII character.
    fn read_since(&self, from: usize) -> &'a str {
        self.source.get(from..self.at).unwrap_or_default()
    }

    fn digits(&mut self) -> Result<(), SyntaxError> {
        let start = self.at;
        while matches!(self.peek(), Some(b'0'..=b'9')) {
            self.at += 1;
        }
        if self.at == start {
            return Err(self.error("a digit was expected here"));
        }
        Ok(())
    }

    /// Reads a string whose opening quote comes next.
    fn string(&mut self) -> Result<Cow<'a, str>, SyntaxError> {
        self.at += 1;
        let mut unescaped: Option<String> = None;
        let mut from = self.at;
        loop {
            match self.peek() {
                Some(b'"') => {
                    let rest = self.read_since(from);
                    self.at += 1;
                    return Ok(match unescaped {
                        None => Cow::Borrowed(rest),
                        Some(text) => Cow::Owned(text + rest),
                    });
                }
                Some(b'\\') => {
                    let text = unescaped.get_or_insert_default();
                    text.push_str(self.read_since(from));
                    text.push(self.escape()?);
                    from = self.at;
                }
                Some(0..=0x1f) => {
                    return Err(self.error("a line break or control character stands inside a string; write `\\n`"));
                }
                Some(_) => self.at += 1,
                None => return Err(self.error("the file ends inside a string")),
            }
        }
    }

    /// Reads an escape whose backslash comes next.
    fn escape(&mut self) -> Result<char, SyntaxError> {
        self.at += 1;
        let escaped = match self.peek() {
            Some(b'"') => '"',
            Some(b'\\') => '\\',
            Some(b'/') => '/',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => return self.code_point(),
            _ => return Err(self.error("JSON knows no such escape; a backslash is written `\\\\`")),
        };
        self.at += 1;
        Ok(escaped)
    }

    /// Reads `uXXXX`, or two of them that make a surrogate pair.
    fn code_point(&mut self) -> Result<char, SyntaxError> {
        let first = self.hex_escape()?;
        if !(0xd800..0xdc00).contains(&first) {
            return char::from_u32(first).ok_or_else(|| self.error("half of a surrogate pair stands alone"));
        }
        let second = if self.takes(b'\\') { self.hex_escape()? } else { 0 };
        if !(0xdc00..0xe000).contains(&second) {
            return Err(self.error("half of a surrogate pair stands alone"));
        }
        let code = 0x1_0000 + ((first - 0xd800) << 10) + (second - 0xdc00);
        char::from_u32(code).ok_or_else(|| self.error("this is no character"))
    }

    fn hex_escape(&mut self) -> Result<u32, SyntaxError> {
        const PROBLEM: &str = "`\\u` wants four hexadecimal digits";
        if !self.takes(b'u') {
            return Err(self.error(PROBLEM));
        }
        let digits = self.source.get(self.at..self.at + 4);
        let hex = digits.filter(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()));
        let code = hex.and_then(|hex| u32::from_str_radix(hex, 16).ok());
        self.at += if code.is_some() { 4 } else { 0 };
        code.ok_or_else(|| self.error(PROBLEM))
    }
}
