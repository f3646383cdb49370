package io.exhibit.console.frame;

import io.exhibit.console.door.Guard;
import io.exhibit.console.door.Role;
import io.exhibit.console.door.Session;
import io.exhibit.console.page.Heads;
import io.exhibit.console.page.Say;
import io.exhibit.render.ScreenPages;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts a page into the frame that all of them have: who is in, where he is, and of when it is. */
public final class Screen {

    private final ScreenPages pages = new ScreenPages(ConsoleFiles.templates());
    private final Outcomes outcomes = new Outcomes();
    private final Months months;

    private record Place(String name, String path, String title, Set<Role> roles) {}

    private static final List<Place> PLACES = List.of(
            new Place("today", "", "Today", Role.READERS),
            new Place("units", "/units", "Controls", Role.READERS),
            new Place("findings", "/findings", "Findings", Role.READERS),
            new Place("coverage", "/coverage", "Coverage", Role.READERS),
            new Place("book", "/book", "Book", Role.READERS),
            new Place("packs", "/packs", "Packs", Role.READERS),
            new Place("runs", "/runs", "Runs", Role.READERS));

    private static final List<Place> ROOM = List.of(
            new Place("pack", "", "Pack", Role.ROOM),
            new Place("units", "/units", "Controls", Role.ROOM),
            new Place("findings", "/findings", "Findings", Role.ROOM),
            new Place("coverage", "/coverage", "Coverage", Role.ROOM));

    public Screen(Months months) {
        this.months = months;
    }

    public Months months() {
        return months;
    }

    /** After a form: the browser goes on to a page with an address of its own, so that neither Back nor Reload sends the form again. */
    public static void on(Context context, String path) {
        context.redirect(path, HttpStatus.SEE_OTHER);
    }

    /**
     * The same with what came of it, which that page asks for by {@link #outcome}.
     *
     * @param path of the page, as the browser asks for it
     */
    public void on(Context context, String path, Map<String, Object> outcome) {
        on(context, path + "?done=" + outcomes.keep(Guard.session(context).id(), path, outcome));
    }

    /** What came of the form that led to this page; nothing where none did, or where that is too long ago. */
    public Map<String, Object> outcome(Context context) {
        return outcomes.of(Guard.session(context).id(), context.path(), context.queryParam("done"))
                .orElse(Map.of());
    }

    /** A form that did its work leads on: a page that answers one says why it did not. */
    private static void notDone(Context context) {
        if (context.method() == HandlerType.POST) {
            context.status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    /** A page of how things stand. */
    public void show(Context context, String page, String title, Standing standing, Map<String, Object> own)
            throws IOException {
        show(context, page, title, standing, own, Map.of());
    }

    /** @param raw what comes back from the form as it is: in it nothing is made visible, only escaped */
    public void show(
            Context context,
            String page,
            String title,
            Standing standing,
            Map<String, Object> own,
            Map<String, Object> raw)
            throws IOException {
        Session session = Guard.session(context);
        Map<String, Object> framed = new LinkedHashMap<>(own);
        YearMonth month = YearMonth.from(standing.month().assessment().period().first());
        String base = standing.pack().map(Standing::room).orElse("/" + month);
        framed.put("frame", frame(context, title, session, standing, base));
        framed.put("base", base);
        framed.put(
                "behind",
                standing.pack().isPresent()
                        ? ""
                        : months.behind(month, standing).orElse(""));
        framed.put("guard", session.guard());
        framed.put("at", Say.minute(standing.at()));
        Map<String, Object> words = new LinkedHashMap<>(standing.words());
        words.putAll(raw);
        notDone(context);
        context.contentType(Heads.HTML).result(pages.page(page + ".ftlh", words, framed));
    }

    /** A page that shows nothing of the vault. */
    public void bare(Context context, String page, String title, Map<String, Object> own) throws IOException {
        notDone(context);
        context.contentType(Heads.HTML).result(bare(page, title, own));
    }

    /** Its text. */
    public String bare(String page, String title, Map<String, Object> own) throws IOException {
        return bare(page, title, own, Map.of());
    }

    /** @param raw what comes back from a form as it is, as {@link #show} has it */
    public String bare(String page, String title, Map<String, Object> own, Map<String, Object> raw) throws IOException {
        Map<String, Object> framed = new LinkedHashMap<>(own);
        framed.put("frame", Map.of("title", title, "bare", true));
        return pages.page(page + ".ftlh", raw, framed);
    }

    private Map<String, Object> frame(Context context, String title, Session session, Standing standing, String base)
            throws IOException {
        List<Object> places = new ArrayList<>();
        String path = context.path();
        boolean room = standing.pack().isPresent();
        for (Place place : room ? ROOM : PLACES) {
            if (session.visitor().may(place.roles())) {
                String address = base + place.path();
                boolean here = path.equals(address)
                        || !place.path().isEmpty() && path.startsWith(address + "/")
                        || place.name().equals("units") && path.startsWith(base + "/tests/");
                places.add(Map.of("path", address, "title", place.title(), "here", here));
            }
        }
        return Map.of(
                "title",
                title,
                "bare",
                false,
                "places",
                places,
                "months",
                room
                        ? List.of()
                        : months.choices(YearMonth.from(
                                standing.month().assessment().period().first())),
                "room",
                standing.pack().orElse(""),
                "soFar",
                !room
                        && standing.at()
                                .isBefore(standing.month().assessment().period().end()),
                "who",
                session.visitor().name(),
                "visits",
                session.visitor().may(Set.of(Role.OPERATOR)));
    }
}
