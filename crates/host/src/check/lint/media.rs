//! Video files with captions from another server.

use agenda::Rule;
use agenda::video::{Film, Source, Video};

use super::Lint;

impl Lint<'_> {
    pub(super) fn media(&mut self) {
        let sessions = self.document.sessions.iter().enumerate();
        let videos: Vec<(String, &Video)> = sessions
            .flat_map(|(i, session)| {
                let talks = session.talks.iter().enumerate();
                let talks = talks.map(move |(j, talk)| (format!("/sessions/{i}/talks/{j}/video"), &talk.video));
                let recordings = session.recordings.iter().enumerate();
                talks.chain(recordings.map(move |(j, one)| (format!("/sessions/{i}/recordings/{j}/video"), &one.video)))
            })
            .collect();
        for (pointer, video) in videos {
            match video {
                Video::Published(film) => self.captions(&pointer, film),
                Video::Missing(_) => {}
            }
        }
    }

    fn captions(&mut self, pointer: &str, film: &Film) {
        let Film { source, captions, aspect: _, duration: _, transcript: _ } = film;
        let Source::File(src) = source else { return };
        let Some(host) = captions.as_ref().and_then(|captions| captions.host()) else { return };
        let both = match src.host() {
            Some(other) if other != host => format!("`{host}` and `{other}` have"),
            Some(_) => format!("`{host}` has, for captions and video,"),
            None => format!("`{host}` has"),
        };
        let problem =
            format!("the captions lie on another server, `{host}`, and browsers show them with its leave alone");
        let remedy = format!(
            "{both} to send the header `Access-Control-Allow-Origin: *`; or put the files into your own folder"
        );
        self.fault(Rule::ForeignCaptions, format!("{pointer}/captions"), problem, remedy);
    }
}
