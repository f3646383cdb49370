package io.exhibit.console.book;

import static io.exhibit.console.book.EntryField.date;
import static io.exhibit.console.book.EntryField.line;

import io.exhibit.console.page.Refusal;
import io.exhibit.console.page.Say;
import io.exhibit.console.page.Typed;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The registers: tables that are edited row by row, whether a person or a spreadsheet wrote their file. */
public final class RegisterPages {

    private static final String PLACE = "/book/registers";

    private final EntryForms forms;

    public RegisterPages(EntryForms forms) {
        this.forms = forms;
    }

    public void registers(Context context) throws IOException {
        EntryList list = new EntryList(
                "registers",
                "Registers",
                "The mapping asks none.",
                "Register",
                "Entries",
                "Members of its own",
                "File");
        Map<String, List<BookDesk.Column>> all =
                forms.desk().registers(forms.view(context).instead());
        for (Map.Entry<String, List<BookDesk.Column>> each : all.entrySet()) {
            String file = file(context, each.getKey());
            EntryForms.Rows rows = forms.rows(context, file, "");
            list.row(
                    PLACE + "/" + ScopeForms.url(each.getKey()),
                    each.getKey(),
                    rows.said().isEmpty() ? Say.count(rows.rows().size()) : "cannot be read",
                    String.join(
                            ", ",
                            each.getValue().stream().map(BookDesk.Column::name).toList()),
                    first(purpose(context, each.getKey(), file)));
        }
        forms.list(
                context,
                "Registers",
                "Who and what the organization approved, knows or explained. An entry is part of what is expected; it counts with a name, a date, a reason and a review that is still to come.",
                "",
                "",
                List.of(list));
    }

    /** What the comment at the head of its file says, as people write one there. */
    private static String head(String text) {
        return text.lines()
                .takeWhile(line -> line.startsWith("#"))
                .filter(line -> !line.startsWith("# yaml-language-server"))
                .map(line -> line.substring(1).strip())
                .collect(Collectors.joining(" "));
    }

    private String purpose(Context context, String name, String file) throws IOException {
        String own = head(forms.view(context).text(file));
        return own.isEmpty() ? head(forms.desk().samples().getOrDefault(name, "")) : own;
    }

    private static String first(String text) {
        int end = text.indexOf(". ");
        return end < 0 ? text : text.substring(0, end + 1);
    }

    /** The table that is there; otherwise the file that a first entry makes. */
    private String file(Context context, String name) throws IOException {
        String table = BookDesk.REGISTERS + name + ".csv";
        return forms.view(context).has(table) ? table : BookDesk.REGISTERS + name + ".yaml";
    }

    private String name(Context context) throws IOException {
        String name = context.pathParam("name");
        if (!forms.desk().registers(forms.view(context).instead()).containsKey(name)) {
            throw Refusal.notHere("There is no register of that name.");
        }
        return name;
    }

    public void register(Context context) throws IOException {
        String name = name(context);
        String file = file(context, name);
        List<EntryField> fields = fields(context, name);
        EntryForms.Rows rows = forms.rows(context, file, "");
        EntryList list = new EntryList(
                        "rows",
                        "Entries",
                        "None. A register without an entry says that there is nobody.",
                        fields.stream().map(EntryField::label).toArray(String[]::new))
                .adding(path(name) + "/row", "Add an entry");
        for (int i = 0; i < rows.rows().size(); i++) {
            Map<String, String> row = rows.rows().get(i);
            List<String> cells = new ArrayList<>();
            fields.forEach(field -> cells.add(row.getOrDefault(field.name(), "")));
            cells.set(0, cells.get(0).isEmpty() ? "entry " + (i + 1) : cells.get(0));
            list.marked(path(name) + "/row?row=" + i, without(row, forms.today(context)), cells.toArray(String[]::new));
        }
        forms.list(context, "Registers", name, purpose(context, name, file), file, rows.said(), List.of(list));
    }

    /** Why an entry does not count on a day, or "". Days as they are written in the book stand in their order. */
    static String without(Map<String, String> entry, String today) {
        if (entry.getOrDefault("sample", "").matches("yes|true")) {
            return "a sample: it does not count";
        }
        List<String> missing = Stream.of("approver", "approved", "reason", "review")
                .filter(name -> entry.getOrDefault(name, "").isBlank())
                .toList();
        if (!missing.isEmpty()) {
            return "does not count without " + String.join(", ", missing);
        }
        if (entry.get("review").compareTo(today) < 0) {
            return "counted until " + entry.get("review");
        }
        return entry.get("approved").compareTo(today) > 0 ? "counts from " + entry.get("approved") + " on" : "";
    }

    private static String path(String name) {
        return PLACE + "/" + ScopeForms.url(name);
    }

    private List<EntryField> fields(Context context, String name) throws IOException {
        List<EntryField> fields = new ArrayList<>();
        for (BookDesk.Column column :
                forms.desk().registers(forms.view(context).instead()).get(name)) {
            fields.add(line(
                    column.name(),
                    column.name(),
                    column.time() ? "A day or a time, such as 2026-10-31 or 2026-10-31T17:00:00Z." : "",
                    column.needed()));
        }
        fields.add(line("approver", "Approved by", "Name and function.", true));
        fields.add(date("approved", "Approved on", "", true));
        fields.add(line("reason", "Why", "In a sentence.", true));
        fields.add(date("review", "To be reviewed by", "It does not count after that day.", true));
        return fields;
    }

    private EntryForm form(Context context, String name, Optional<Integer> row) throws IOException {
        String query = row.map(i -> "?row=" + i).orElse("");
        return new EntryForm(
                "Registers",
                path(name),
                name,
                row.isPresent() ? "An entry of this register." : "One entry more.",
                path(name) + "/row" + query,
                row.isPresent() ? path(name) + "/remove" + query : "",
                file(context, name),
                fields(context, name));
    }

    public void row(Context context) throws IOException {
        String name = name(context);
        EntryForms.Rows rows = forms.rows(context, file(context, name), "");
        Optional<Integer> row = forms.row(context, rows);
        EntryForm form = form(context, name, row);
        Map<String, Object> values =
                forms.values(form, row.map(i -> rows.rows().get(i)).orElse(Map.of()));
        if (row.isEmpty()) {
            forms.signed(context, values);
        }
        forms.show(context, form, values);
    }

    public void change(Context context) throws IOException {
        String name = name(context);
        EntryForms.Rows rows = forms.rows(context, file(context, name), "");
        Optional<Integer> row = forms.row(context, rows);
        EntryForm form = form(context, name, row);
        Typed typed = new Typed(context);
        Map<String, String> members = new LinkedHashMap<>(forms.read(typed, form));
        // Who changes and signs a sample makes it his own.
        row.filter(i -> rows.rows().get(i).containsKey("sample")).ifPresent(i -> members.put("sample", "no"));
        forms.save(context, form, typed, text -> {
            String table =
                    text.isBlank() && form.file().endsWith(".csv") ? String.join(",", members.keySet()) + "\n" : text;
            return forms.desk().withRow(form.file(), table, "", row.orElse(-1), members);
        });
    }

    public void remove(Context context) throws IOException {
        String name = name(context);
        EntryForms.Rows rows = forms.rows(context, file(context, name), "");
        Optional<Integer> row = forms.row(context, rows);
        forms.remove(context, form(context, name, row), rows, row, "");
    }
}
