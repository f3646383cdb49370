package io.exhibit.console.book;

import io.exhibit.console.frame.Screen;
import io.exhibit.console.page.Refusal;
import io.exhibit.console.page.Typed;
import io.exhibit.control.Problem;
import io.exhibit.render.ScreenJson;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Files of the book as text: checked while it is typed, with what can stand there, what a test says in words, and how it comes out on stored evidence. */
public final class TextPages {

    private static final int LONGEST = 4_000;

    private final BookDesk desk;
    private final BookPages pages;
    private final Writing writing;
    private final Screen screen;

    public TextPages(BookDesk desk, BookPages pages, Writing writing, Screen screen) {
        this.desk = desk;
        this.pages = pages;
        this.writing = writing;
        this.screen = screen;
    }

    /** What stands beside the text. */
    private record Beside(Map<String, Object> values, Map<String, Object> wrong, Map<String, Object> shown) {

        static Beside nothing() {
            Map<String, Object> values = new LinkedHashMap<>();
            for (String name : List.of("about", "source", "where", "expect")) {
                values.put(name, "");
            }
            return new Beside(values, Map.of(), Map.of());
        }
    }

    public void text(Context context) throws IOException {
        String file = file(context, context.queryParam("name"));
        show(context, file, pages.view(context).text(file), "", Beside.nothing());
    }

    private String file(Context context, String file) throws IOException {
        if (file == null
                || !pages.view(context).files().stream()
                        .anyMatch(each -> each.get("name").equals(file))) {
            throw Refusal.notHere("The book has no file of that name.");
        }
        return file;
    }

    private Map<String, String> instead(Context context, String file, String text) throws IOException {
        Map<String, String> instead = new LinkedHashMap<>(pages.view(context).instead());
        instead.put(file, text);
        return instead;
    }

    private void show(Context context, String file, String text, String said, Beside beside) throws IOException {
        Map<String, Object> own = writing.form(context, file, beside.wrong(), said);
        own.put(
                "problems",
                BookView.problems(BookForms.of(
                        file, desk.check(instead(context, file, text)).problems())));
        own.putAll(beside.shown());
        screen.show(
                context,
                "text",
                file,
                screen.months().standing(context),
                own,
                Map.of("text", text, "values", beside.values()));
    }

    /** A text may be kept with mistakes in it: a draft is not the book. */
    public void change(Context context) throws IOException {
        String file = file(context, context.queryParam("name"));
        Typed typed = new Typed(context);
        String text = typed.text("text");
        String said = writing.keep(context, typed, file, text);
        if (said == null) {
            Screen.on(
                    context,
                    "/" + context.pathParam("month") + "/book/text?name="
                            + URLEncoder.encode(file, StandardCharsets.UTF_8));
        } else {
            show(context, file, text, said, beside(typed, Map.of()));
        }
    }

    private Beside beside(Typed typed, Map<String, Object> shown) {
        typed.line("about", LONGEST, false);
        typed.line("source", LONGEST, false);
        typed.line("where", LONGEST, false);
        typed.line("expect", LONGEST, false);
        return new Beside(typed.values(), typed.sentences(), shown);
    }

    /** What is wrong with a text while it is typed, as JSON. */
    public void check(Context context) throws IOException {
        String file = file(context, context.formParam("file"));
        List<Problem> problems =
                desk.check(instead(context, file, sent(context))).problems();
        json(context, BookView.problems(BookForms.of(file, problems)));
    }

    private static String sent(Context context) {
        String text = context.formParam("text");
        return text == null ? "" : text.replace("\r\n", "\n");
    }

    private static void json(Context context, List<Map<String, Object>> rows) {
        context.contentType("application/json").result(ScreenJson.of(rows));
    }

    /** What could stand where somebody types, as JSON: the first row says from where on, and how many more there are. */
    public void complete(Context context) throws IOException {
        String file = file(context, context.formParam("file"));
        String cursor = context.formParam("cursor");
        String text = sent(context);
        if (cursor == null || !cursor.matches("[0-9]{1,7}") || Integer.parseInt(cursor) > text.length()) {
            throw new Refusal(400, "It is not said where somebody types.");
        }
        BookDesk.Offer offer = desk.complete(pages.view(context).instead(), file, text, Integer.parseInt(cursor));
        List<Map<String, Object>> rows = new ArrayList<>();
        rows.add(Map.of("from", Integer.toString(offer.from()), "more", Integer.toString(offer.more())));
        offer.words().forEach(word -> rows.add(new TreeMap<>(Map.of("kind", word.kind(), "text", word.text()))));
        json(context, rows);
    }

    /** Says the test, the document or the unit in words, by the text as it is typed. */
    public void explain(Context context) throws IOException {
        String file = file(context, context.formParam("file"));
        Typed typed = new Typed(context);
        String text = typed.text("text");
        String about = typed.line("about", LONGEST, true);
        Map<String, Object> shown = new LinkedHashMap<>();
        if (typed.right()) {
            Optional<BookDesk.Explained> explained = desk.explain(instead(context, file, text), about);
            if (explained.isEmpty()) {
                typed.wrong("about", "The book has nothing of that name, as far as it can be read.");
            }
            explained.ifPresent(told -> shown.put(
                    "explained",
                    Map.of(
                            "title",
                            told.title(),
                            "lines",
                            told.lines().stream()
                                    .map(line -> Map.of("head", line.head(), "text", line.text()))
                                    .toList())));
        }
        answer(context, file, text, beside(typed, shown));
    }

    /** A question, though it is sent as a form: the text of the file does not fit into an address. Nothing is done by sending it again. */
    private void answer(Context context, String file, String text, Beside beside) throws IOException {
        show(context, file, text, "", beside);
        context.status(HttpStatus.OK);
    }

    /** Asks the test, or another expression, of the newest stored evidence. */
    public void attempt(Context context) throws IOException {
        String file = file(context, context.formParam("file"));
        Typed typed = new Typed(context);
        String text = typed.text("text");
        String expect = typed.line("expect", LONGEST, false);
        String about = typed.line("about", LONGEST, expect.isEmpty());
        String source = typed.line("source", LONGEST, !expect.isEmpty());
        String where = typed.line("where", LONGEST, false);
        Map<String, Object> shown = new LinkedHashMap<>();
        if (typed.right()) {
            BookDesk.Tried tried =
                    desk.attempt(instead(context, file, text), new BookDesk.Asked(about, source, where, expect));
            if (tried.problems().isEmpty()) {
                shown.put("tried", Map.of("words", tried.words(), "items", tried.items(), "others", tried.others()));
            } else {
                String field = expect.isEmpty() ? "about" : "expect";
                tried.problems()
                        .forEach(problem -> typed.wrong(field, (problem.message() + " " + problem.hint()).strip()));
            }
        }
        answer(context, file, text, beside(typed, shown));
    }
}
