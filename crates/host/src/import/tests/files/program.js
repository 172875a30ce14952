// A programme and its people, as KonOpas loads them.
var program = [
  { "id": "17", "title": "Dragons", "tags": ["Track:Fantasy", "Type:Panel", "Tag:Books", "Division:Main"], "date": "2024-05-04", "time": "10:00",
    "mins": "60", "loc": ["Ballroom", "Hotel"], "people": [{ "id": "p1", "name": "Mo Lee (moderator)" }, { "id": "p9", "name": "Guest" }],
    "desc": "<p>Fire &amp; scales.</p>", "links": { "recording": "https://con.example/17" } },
  { "id": "18", "title": "Tea", "tags": [], "date": "2024-05-04", "time": "3:30pm", "mins": 30, "loc": "Lobby", "people": null, "desc": "", "links": [] }
];
var people = [
  { "id": "p1", "name": ["Mo", "Lee", "Dr", ""], "sortname": "Lee Mo", "prog": ["17"], "bio": "<p>Writes.</p>", "links": { "img": "https://con.example/p1.jpg" } },
  { "id": "p2", "name": ["Kim"], "prog": [] }
];
