package io.exhibit.console.book;

import io.exhibit.console.door.Guard;
import io.exhibit.console.door.Visitor;
import io.exhibit.console.page.Typed;
import io.exhibit.control.Problem;
import io.exhibit.run.book.Overtaken;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts what a form changes into the visitor's own draft; the file comes out as a person would have written it. */
public final class Writing {

    private final BookDesk desk;
    private final BookPages pages;
    private final InstantSource clock;

    public Writing(BookDesk desk, BookPages pages, InstantSource clock) {
        this.desk = desk;
        this.pages = pages;
        this.clock = clock;
    }

    /** What becomes of the text of a file. */
    interface Change {
        String of(String text);
    }

    /** What every form carries: of which draft and of which file it is. */
    Map<String, Object> form(Context context, String file, Map<String, Object> wrong, String said) throws IOException {
        BookView view = pages.view(context);
        Map<String, Object> own = new LinkedHashMap<>();
        own.put("wrong", wrong);
        own.put("said", said);
        own.put("version", Long.toString(view.version()));
        own.put("beginning", view.base(file));
        own.put("file", file);
        return own;
    }

    /**
     * Changes a file, unless that makes a mistake.
     *
     * @param field of the form beside which a mistake is said that is about no other
     * @return {@code null} when it was kept, otherwise the sentence above the form, which may be ""
     */
    String save(Context context, Typed typed, String file, Change change, String field) throws IOException {
        if (!typed.right()) {
            return "";
        }
        BookView view = pages.view(context);
        String before = view.text(file);
        String text;
        try {
            text = change.of(before);
        } catch (IllegalArgumentException e) {
            return file + " cannot be changed by a form: " + e.getMessage() + ". Edit its text.";
        }
        Map<String, String> instead = new LinkedHashMap<>(view.instead());
        List<Problem> known = desk.check(instead).problems();
        instead.put(file, text);
        List<Problem> beyond =
                NewMistakes.of(file, before, text, known, desk.check(instead).problems());
        Map<String, String> sentences = new LinkedHashMap<>();
        for (Problem problem : beyond) {
            String place = problem.position().file().equals(file)
                    ? ""
                    : problem.position().file() + ":" + problem.position().line() + " ";
            sentences.merge(
                    NewMistakes.field(problem, text, typed.values(), field),
                    (place + problem.message() + " " + problem.hint()).strip(),
                    (one, other) -> one + " " + other);
        }
        sentences.forEach(typed::wrong);
        return beyond.isEmpty() ? keep(context, typed, file, text) : "";
    }

    /** Keeps a text as it is, right or not. @return as {@link #save} */
    String keep(Context context, Typed typed, String file, String text) throws IOException {
        BookView view = pages.view(context);
        long seen = typed.number("form.version");
        Visitor visitor = Guard.session(context).visitor();
        Instant now = clock.instant();
        String base = desk.drafts().files().getOrDefault(file, "");
        try {
            boolean begun = view.version() > 0 && view.changed(file);
            if (!begun && !BookView.digest(base).equals(typed.given("form.beginning"))) {
                return file
                        + " was changed on the disk since this form was loaded. Nothing was saved; what you typed is still here."
                        + " Look at the file as it is now, and save again.";
            }
            desk.drafts().edit(BookView.own(visitor), seen, visitor.name(), now, file, base, text);
            return null;
        } catch (Overtaken e) {
            return e.getMessage() + " What you typed is still here: save again to keep it.";
        }
    }
}
