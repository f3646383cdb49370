package io.exhibit.console.book;

import io.exhibit.console.door.Guard;
import io.exhibit.console.frame.Screen;
import io.exhibit.console.frame.Standing;
import io.exhibit.console.page.Refusal;
import io.exhibit.console.page.Typed;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What forms for entries have in common: shown with what stands there, changed, taken out, and shown again as they were typed where that is not right. */
public final class EntryForms {

    private final BookDesk desk;
    private final BookPages pages;
    private final Writing writing;
    private final Screen screen;
    private final InstantSource clock;

    public EntryForms(BookDesk desk, BookPages pages, Writing writing, Screen screen, InstantSource clock) {
        this.desk = desk;
        this.pages = pages;
        this.writing = writing;
        this.screen = screen;
        this.clock = clock;
    }

    BookDesk desk() {
        return desk;
    }

    Standing standing(Context context) throws IOException {
        return screen.months().standing(context);
    }

    BookView view(Context context) throws IOException {
        return pages.view(context);
    }

    /** The rows of a file as the visitor's draft has it; where it cannot be read as such, a sentence. */
    record Rows(List<Map<String, String>> rows, String said) {}

    Rows rows(Context context, String file, String list) throws IOException {
        try {
            return new Rows(desk.entries(file, view(context).text(file), list), "");
        } catch (IllegalArgumentException e) {
            return new Rows(
                    List.of(), file + " cannot be shown as a table: " + e.getMessage() + ". Edit its text, in Files.");
        }
    }

    /** The texts below a key of a file, or at its top for the key ""; none where it cannot be read. */
    Map<String, String> names(Context context, String file, String key) throws IOException {
        try {
            return desk.names(view(context).text(file), key);
        } catch (IllegalArgumentException e) {
            // Saving says so, and changes nothing.
            return Map.of();
        }
    }

    /** The row that is asked for: its number in the address, and none for an entry more. */
    Optional<Integer> row(Context context, Rows rows) {
        String row = context.queryParam("row");
        if (row == null) {
            return Optional.empty();
        }
        if (!row.matches("[0-9]{1,6}") || Integer.parseInt(row) >= rows.rows().size()) {
            throw Refusal.notHere("There is no such row any more. The list shows those that there are.");
        }
        return Optional.of(Integer.valueOf(row));
    }

    /** Place of the first row with that text in a member, or -1. */
    static int find(Rows rows, String member, String text) {
        for (int i = 0; i < rows.rows().size(); i++) {
            if (text.equals(rows.rows().get(i).get(member))) {
                return i;
            }
        }
        return -1;
    }

    String today(Context context) throws IOException {
        return LocalDate.ofInstant(
                        clock.instant(),
                        standing(context).month().assessment().period().zone())
                .toString();
    }

    /** What stands in an entry, field by field. */
    Map<String, Object> values(EntryForm form, Map<String, String> entry) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (EntryField field : form.fields()) {
            String text = entry.getOrDefault(field.name(), "");
            boolean said = field.options().equals(EntryField.YES_OR_NO)
                    || field.options().size() == 3;
            values.put(field.name(), said ? text.replaceAll("^true$", "yes").replaceAll("^false$", "no") : text);
        }
        return values;
    }

    /** Who signs and when, where nobody has. */
    void signed(Context context, Map<String, Object> values) throws IOException {
        values.computeIfPresent(
                "approver",
                (name, is) -> is.equals("") ? Guard.session(context).visitor().name() : is);
        if ("".equals(values.get("approved"))) {
            values.put("approved", today(context));
        }
    }

    void show(Context context, EntryForm form, Map<String, Object> values) throws IOException {
        show(context, form, values, Map.of(), "");
    }

    void show(Context context, EntryForm form, Map<String, Object> values, Map<String, Object> wrong, String said)
            throws IOException {
        Map<String, Object> own = writing.form(context, form.file(), wrong, said);
        List<Map<String, Object>> fields = new ArrayList<>();
        for (EntryField field : form.fields()) {
            fields.add(Map.of(
                    "name", field.name(),
                    "label", field.label(),
                    "hint", field.hint(),
                    "type", field.type(),
                    "needed", field.needed(),
                    "options", field.options()));
        }
        own.put(
                "entry",
                Map.of(
                        "here", form.here(),
                        "back", form.back(),
                        "title", form.title(),
                        "lead", form.lead(),
                        "action", form.action(),
                        "remove", form.remove(),
                        "download", form.download(),
                        "takesFile", form.takesFile(),
                        "fields", fields));
        screen.show(context, "entry", form.title(), standing(context), own, Map.of("values", values));
    }

    /** Takes a document in. @return its digest */
    String handIn(byte[] bytes, String ending) throws IOException {
        return desk.drafts().handIn(bytes, ending, clock.instant());
    }

    /** What was typed, member by member. */
    Map<String, String> read(Typed typed, EntryForm form) {
        Map<String, String> members = new LinkedHashMap<>();
        form.fields().stream()
                .filter(field -> !field.type().equals("file"))
                .forEach(field -> members.put(field.name(), field.read(typed)));
        return members;
    }

    /** Changes the file and goes back to the list, or shows the form again. */
    void save(Context context, EntryForm form, Typed typed, Writing.Change change) throws IOException {
        String said = writing.save(
                context, typed, form.file(), change, form.fields().get(0).name());
        if (said == null) {
            Screen.on(context, "/" + context.pathParam("month") + form.back());
        } else {
            show(context, form, typed.values(), labelled(form, typed.sentences()), said);
        }
    }

    private static Map<String, Object> labelled(EntryForm form, Map<String, Object> sentences) {
        Map<String, String> labels = new LinkedHashMap<>();
        form.fields().forEach(field -> labels.put(field.name(), field.label()));
        Map<String, Object> shown = new LinkedHashMap<>();
        sentences.forEach((field, words) -> shown.put(field, NewMistakes.labelled(words.toString(), labels)));
        return shown;
    }

    /** Takes an entry out of its list. */
    void remove(Context context, EntryForm form, Rows rows, Optional<Integer> row, String list) throws IOException {
        int index = row.orElseThrow(() -> Refusal.notHere("It is not said which row is meant."));
        String said = writing.save(
                context,
                new Typed(context),
                form.file(),
                text -> desk.withoutRow(form.file(), text, list, index),
                form.fields().get(0).name());
        if (said == null) {
            Screen.on(context, "/" + context.pathParam("month") + form.back());
        } else {
            show(
                    context,
                    form,
                    values(form, rows.rows().get(index)),
                    Map.of(),
                    said.isEmpty() ? "It cannot be taken out: the book would have a mistake then." : said);
        }
    }

    /** A page of lists that is called as its place is. */
    void list(Context context, String here, String lead, String file, String said, List<EntryList> lists)
            throws IOException {
        list(context, here, here, lead, file, said, lists);
    }

    /** A page of lists, with what of that file does not count. */
    void list(Context context, String here, String title, String lead, String file, String said, List<EntryList> lists)
            throws IOException {
        Map<String, Object> own = new LinkedHashMap<>();
        BookView view = view(context);
        BookDesk.Checked checked = desk.check(view.instead());
        own.put("here", here);
        own.put("title", title);
        own.put("lead", lead);
        own.put("said", said);
        own.put("lists", lists.stream().map(EntryList::model).toList());
        own.put("file", view.has(file) ? file : "");
        own.put("problems", BookView.problems(BookForms.of(file, checked.problems())));
        own.put("warnings", BookView.problems(BookForms.of(file, checked.warnings())));
        screen.show(context, "entries", title, standing(context), own);
    }
}
