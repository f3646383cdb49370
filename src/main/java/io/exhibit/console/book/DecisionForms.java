package io.exhibit.console.book;

import static io.exhibit.console.book.EntryField.area;
import static io.exhibit.console.book.EntryField.choice;
import static io.exhibit.console.book.EntryField.date;
import static io.exhibit.console.book.EntryField.line;

import io.exhibit.console.page.Refusal;
import io.exhibit.console.page.Typed;
import io.exhibit.control.Book;
import io.exhibit.control.Control;
import io.exhibit.control.Control.Obligation;
import io.exhibit.control.Document;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the entity decided on each addressable unit. */
public final class DecisionForms {

    private static final String PLACE = "/book/decisions";

    private static final Map<String, String> CHOICES = new LinkedHashMap<>();

    static {
        CHOICES.put("implemented", "Implemented, as the rule says");
        CHOICES.put("alternative", "An equivalent measure instead, which a document describes");
        CHOICES.put("not-reasonable", "Neither, as it is not reasonable and appropriate here");
    }

    private final EntryForms forms;

    public DecisionForms(EntryForms forms) {
        this.forms = forms;
    }

    private Book book(Context context) throws IOException {
        return forms.desk().check(forms.view(context).instead()).book();
    }

    private static List<Control> addressable(Book book) {
        return book.framework().controls().stream()
                .filter(unit -> unit.obligation() == Obligation.ADDRESSABLE)
                .toList();
    }

    public void decisions(Context context) throws IOException {
        EntryForms.Rows rows = forms.rows(context, BookDesk.DECISIONS, "");
        EntryList list = new EntryList(
                "decisions",
                "Addressable units",
                "The framework has none.",
                "Unit",
                "What it asks for",
                "Decided",
                "By, on",
                "Review");
        for (Control unit : addressable(book(context))) {
            int row = EntryForms.find(rows, "citation", unit.citation());
            Map<String, String> entry = row < 0 ? Map.of() : rows.rows().get(row);
            String choice = entry.getOrDefault("choice", "");
            list.row(
                    PLACE + "/" + ScopeForms.url(unit.citation()),
                    unit.citation(),
                    unit.title(),
                    choice.isEmpty() ? "not decided" : choice.replace('-', ' '),
                    ScopeForms.signed(entry),
                    entry.getOrDefault("review", ""));
        }
        forms.list(
                context,
                "Decisions",
                "On each addressable unit the entity decides whether it is implemented, replaced by an equivalent measure, or neither, and says why.",
                BookDesk.DECISIONS,
                rows.said(),
                List.of(list));
    }

    private EntryForm form(Context context) throws IOException {
        Book book = book(context);
        Control unit = addressable(book).stream()
                .filter(each -> each.citation().equals(context.pathParam("citation")))
                .findFirst()
                .orElseThrow(
                        () -> Refusal.notHere("There is no addressable unit of that name: nothing is to be decided."));
        List<List<String>> choices = new ArrayList<>();
        choices.add(List.of("", "not decided"));
        CHOICES.forEach((word, words) -> choices.add(List.of(word, words)));
        List<List<String>> documents = new ArrayList<>();
        documents.add(List.of("", "none"));
        for (Document document : book.documents()) {
            documents.add(List.of(document.id(), document.id() + "  " + document.says()));
        }
        return new EntryForm(
                "Decisions",
                PLACE,
                unit.citation(),
                unit.title() + ". " + unit.text(),
                PLACE + "/" + ScopeForms.url(unit.citation()),
                "",
                BookDesk.DECISIONS,
                List.of(
                        choice("choice", "Decision", "", choices, true),
                        area(
                                "rationale",
                                "Why",
                                "In a sentence or some; the pack prints them.",
                                EntryField.LONGEST,
                                true),
                        choice(
                                "document",
                                "Document that describes the measure",
                                "An alternative needs one.",
                                documents,
                                false),
                        line("approver", "Decided by", "Name and function.", true),
                        date("approved", "Decided on", "", true),
                        date("review", "To be reviewed by", "It does not count after that day.", true)));
    }

    public void decision(Context context) throws IOException {
        EntryForm form = form(context);
        EntryForms.Rows rows = forms.rows(context, BookDesk.DECISIONS, "");
        int row = EntryForms.find(rows, "citation", form.title());
        Map<String, Object> values =
                forms.values(form, row < 0 ? Map.of() : rows.rows().get(row));
        forms.signed(context, values);
        forms.show(context, form, values, Map.of(), rows.said());
    }

    public void change(Context context) throws IOException {
        EntryForm form = form(context);
        Typed typed = new Typed(context);
        Map<String, String> members = new LinkedHashMap<>();
        members.put("citation", form.title());
        members.putAll(forms.read(typed, form));
        int row = EntryForms.find(forms.rows(context, BookDesk.DECISIONS, ""), "citation", form.title());
        forms.save(context, form, typed, text -> forms.desk().withRow(BookDesk.DECISIONS, text, "", row, members));
    }
}
