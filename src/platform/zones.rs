//! Time zones and habits of the device, as `Intl` tells them; the zones of the event, as the build knew them.

use std::cell::RefCell;

use js_sys::{Array, Date, Function, Intl, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use super::{page, window};
use agenda::clock::HourCycle;
use agenda::zone::BuiltZones;
use chrono::{DateTime, FixedOffset, NaiveDate, Utc};

/// Locales in which a day has twice twelve hours.
pub const HALF_DAYS: &str = "en en-US en-AU en-CA en-IN es-MX es-CO es-US ko ko-KR";

/// Locales in which it has twenty-four.
pub const FULL_DAYS: &str = "en-GB es es-ES fr fr-FR pt pt-BR pt-PT de de-DE it it-IT nl nl-NL da da-DK sv \
                             sv-SE pl pl-PL ru ru-RU ja zh-CN";

thread_local! {
    /// One formatter a zone: making one costs as much as using it eighty times.
    static FORMATTERS: RefCell<Vec<(String, Option<Function>)>> = const { RefCell::new(Vec::new()) };

    /// What the build knew of zones; `None` in a page that was not prerendered.
    static BUILT: Option<BuiltZones> = page::zones().as_deref().and_then(BuiltZones::read);

    /// `Temporal`, which answers thirty times sooner than `Intl`; `None` in browsers that lack it.
    static TEMPORAL: Option<Temporal> = Temporal::find();
}

/// What is asked of `Temporal`, looked up once.
struct Temporal {
    /// `Temporal.Now.timeZoneId`
    device: Function,
    instant: JsValue,
    /// `Temporal.Instant.fromEpochMilliseconds`
    from_milliseconds: Function,
    /// `Temporal.Instant.prototype.toZonedDateTimeISO`
    to_zoned: Function,
    offset: JsValue,
}

impl Temporal {
    fn find() -> Option<Self> {
        let get = |of: &JsValue, name: &str| Reflect::get(of, &name.into()).ok();
        let method = |of: &JsValue, name: &str| get(of, name)?.dyn_into::<Function>().ok();
        let temporal = get(&js_sys::global(), "Temporal").filter(JsValue::is_object)?;
        let instant = get(&temporal, "Instant")?;
        Some(Self {
            device: method(&get(&temporal, "Now")?, "timeZoneId")?,
            from_milliseconds: method(&instant, "fromEpochMilliseconds")?,
            to_zoned: method(&get(&instant, "prototype")?, "toZonedDateTimeISO")?,
            instant,
            offset: "offsetNanoseconds".into(),
        })
    }

    /// How far the zone's clocks are ahead of UTC; `None` when there is no such zone.
    fn offset_at(&self, zone: &str, at: DateTime<Utc>) -> Option<FixedOffset> {
        // A bare offset would be taken for a zone, and is none.
        if zone.starts_with(['+', '-']) {
            return None;
        }
        #[expect(clippy::cast_precision_loss, reason = "exact up to the year 285 million")]
        let milliseconds = JsValue::from_f64(at.timestamp_millis() as f64);
        let instant = self.from_milliseconds.call1(&self.instant, &milliseconds).ok()?;
        let zoned = self.to_zoned.call1(&instant, &zone.into()).ok()?;
        let nanoseconds = Reflect::get(&zoned, &self.offset).ok()?.as_f64()?;
        #[expect(clippy::cast_possible_truncation, reason = "a day has 86,400 seconds")]
        FixedOffset::east_opt((nanoseconds / 1e9).floor() as i32)
    }
}

/// The device's own zone; `None` where the browser hides it.
pub fn device_zone() -> Option<String> {
    let told = TEMPORAL.with(|temporal| match temporal {
        Some(temporal) => temporal.device.call0(&JsValue::UNDEFINED).ok(),
        None => Reflect::get(resolved_options(&Object::new())?.as_ref(), &"timeZone".into()).ok(),
    })?;
    told.as_string().filter(|zone| !zone.is_empty())
}

/// How the visitor's locale counts hours.
pub fn hour_cycle() -> HourCycle {
    let locale = window().and_then(|window| window.navigator().language()).unwrap_or_default();
    usual_cycle(&locale).unwrap_or_else(asked_cycle)
}

/// How hours are counted in the locales that most visitors have (CLDR 48):
/// making the first `DateTimeFormat` of a page takes as long as all else that
/// the app does before it is there.
pub fn usual_cycle(locale: &str) -> Option<HourCycle> {
    let is_in = |list: &str| list.split(' ').any(|known| known == locale);
    match () {
        () if is_in(HALF_DAYS) => Some(HourCycle::H12),
        () if is_in(FULL_DAYS) => Some(HourCycle::H24),
        () => None,
    }
}

fn asked_cycle() -> HourCycle {
    let wanted = object(&[("hour", "numeric")]);
    let cycle = resolved_options(&wanted).and_then(|options| Reflect::get(&options, &"hourCycle".into()).ok());
    match cycle.and_then(|cycle| cycle.as_string()).as_deref() {
        Some("h11" | "h12") => HourCycle::H12,
        _ => HourCycle::H24,
    }
}

/// Every zone that the browser knows, and UTC, which it does not list.
pub fn all_zones() -> Vec<String> {
    let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok();
    let listed = intl.and_then(|intl| {
        let list = Reflect::get(&intl, &"supportedValuesOf".into()).ok()?.dyn_into::<Function>().ok()?;
        list.call1(&intl, &"timeZone".into()).ok()
    });
    let mut zones: Vec<String> = listed.iter().flat_map(Array::from).filter_map(|zone| zone.as_string()).collect();
    if !zones.iter().any(|zone| zone == "UTC") {
        zones.push("UTC".to_owned());
    }
    zones
}

/// How far the zone's clocks are ahead of UTC; `None` when there is no such zone. A device with older rules than the build
/// has no say about the zones of the event.
pub fn offset_at(zone: &str, at: DateTime<Utc>) -> Option<FixedOffset> {
    BUILT.with(|built| built.as_ref()?.offset_at(zone, at)).or_else(|| told_offset(zone, at))
}

/// The same, as the device tells it.
fn told_offset(zone: &str, at: DateTime<Utc>) -> Option<FixedOffset> {
    TEMPORAL.with(|temporal| match temporal {
        Some(temporal) => temporal.offset_at(zone, at),
        None => written_offset(zone, at),
    })
}

/// The device's answer, read off the zone's wall, for browsers without `Temporal`.
pub fn written_offset(zone: &str, at: DateTime<Utc>) -> Option<FixedOffset> {
    let format = formatter(zone)?;
    #[expect(clippy::cast_precision_loss, reason = "exact up to the year 285 million")]
    let date = Date::new(&JsValue::from_f64(at.timestamp_millis() as f64));
    let text = format.call1(&JsValue::UNDEFINED, &date).ok()?.as_string()?;
    // As in `6/28/2021, 14:00:00`.
    let mut numbers = text.split(|c: char| !c.is_ascii_digit()).filter_map(|digits| digits.parse::<u32>().ok());
    let mut next = || numbers.next();
    let (month, day, year, hour, minute) = (next()?, next()?, next()?, next()?, next()?);
    let wall = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)?.and_hms_opt(hour, minute, 0)?;
    let minutes =
        (wall.and_utc().timestamp() - at.timestamp()).div_euclid(60) + i64::from(at.timestamp().rem_euclid(60) > 0);
    FixedOffset::east_opt(i32::try_from(minutes * 60).ok()?)
}

/// A function that writes an instant as the wall of that zone shows it.
fn formatter(zone: &str) -> Option<Function> {
    FORMATTERS.with_borrow_mut(|formatters| {
        if let Some((_, known)) = formatters.iter().find(|(name, _)| name == zone) {
            return known.clone();
        }
        let made = make_formatter(zone);
        formatters.push((zone.to_owned(), made.clone()));
        made
    })
}

fn make_formatter(zone: &str) -> Option<Function> {
    let options = object(&[
        ("timeZone", zone),
        ("hourCycle", "h23"),
        ("year", "numeric"),
        ("month", "numeric"),
        ("day", "numeric"),
        ("hour", "numeric"),
        ("minute", "numeric"),
    ]);
    let format = construct("en-US-u-ca-gregory-nu-latn", &options)?;
    Some(format.unchecked_into::<Intl::DateTimeFormat>().format())
}

fn resolved_options(options: &Object) -> Option<Object> {
    let format = construct("", options)?;
    Some(format.unchecked_into::<Intl::DateTimeFormat>().resolved_options())
}

/// A `DateTimeFormat`, made so that a zone the browser refuses is an answer
/// and not an exception; the visitor's own locale when none is given.
fn construct(locale: &str, options: &Object) -> Option<JsValue> {
    let locales = Array::new();
    if !locale.is_empty() {
        locales.push(&locale.into());
    }
    let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
    let class = Reflect::get(&intl, &"DateTimeFormat".into()).ok()?.dyn_into::<Function>().ok()?;
    Reflect::construct(&class, &Array::of2(&locales, options)).ok()
}

fn object(members: &[(&str, &str)]) -> Object {
    let object = Object::new();
    for (name, value) in members {
        // A fresh plain object takes every member.
        let _ = Reflect::set(&object, &(*name).into(), &(*value).into());
    }
    object
}
