package io.exhibit.console.book;

import static io.exhibit.console.book.EntryField.area;
import static io.exhibit.console.book.EntryField.date;
import static io.exhibit.console.book.EntryField.line;

import io.exhibit.console.door.Guard;
import io.exhibit.console.frame.Screen;
import io.exhibit.console.frame.Standing;
import io.exhibit.console.page.Refusal;
import io.exhibit.console.page.Typed;
import io.exhibit.control.RiskAcceptance;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Risks that are accepted, accepted otherwise, and no longer: what counted once stays in the file with its end, so that packs can name it. */
public final class AcceptanceForms {

    private static final String PLACE = "/book/acceptances";
    private static final int LONGEST_NAME = 200;

    private static final List<EntryField> FIELDS = List.of(
            line("id", "Id", "", true),
            line("assertion", "Test", "Its id, such as IAM-02.", true),
            line("item", "Item", "As the pack prints it; * stands for any run of characters.", true),
            line("account", "Account", "Needed when such an item deviates in several; * for every one.", false),
            line("approver", "Accepted by", "Name and function.", true),
            date("approved", "Accepted on", "Whoever accepts something else accepts it anew.", true),
            date("expires", "Until", "The last day on which it counts.", true),
            area("reason", "Why", "In a sentence or some; the pack prints them.", EntryField.LONGEST, true));

    private static final List<EntryField> LAST = List.of(
            date("expires", "Last day on which it counts", "On the day after it the item is open again.", true),
            area("why", "Why it is taken back", "It is added to the reason, with your name and the day.", 1_000, true));

    private final EntryForms forms;
    private final BookDesk desk;
    private final Writing writing;
    private final Screen screen;

    public AcceptanceForms(EntryForms forms, Writing writing, Screen screen) {
        this.forms = forms;
        this.desk = forms.desk();
        this.writing = writing;
        this.screen = screen;
    }

    private EntryForms.Rows rows(Context context) throws IOException {
        return forms.rows(context, BookDesk.ACCEPTANCES, "");
    }

    public void acceptances(Context context) throws IOException {
        Standing standing = forms.standing(context);
        EntryForms.Rows there = rows(context);
        LocalDate today = LocalDate.parse(forms.today(context));
        List<Map<String, Object>> rows = new ArrayList<>();
        for (RiskAcceptance each :
                desk.check(forms.view(context).instead()).book().acceptances()) {
            Map<String, Object> row = new LinkedHashMap<>();
            int index = EntryForms.find(there, "id", each.id());
            boolean over = each.expires() != null && each.expires().isBefore(today);
            row.put("row", index < 0 ? "" : Integer.toString(index));
            row.put("id", each.id());
            row.put("test", each.assertion());
            row.put("item", each.item());
            row.put("account", each.account());
            row.put("approver", each.approver());
            row.put("approved", String.valueOf(each.approved()));
            row.put("expires", String.valueOf(each.expires()));
            row.put("reason", each.reason());
            row.put("over", over);
            row.put("counts", each.counts(today));
            row.put("sample", each.sample());
            rows.add(row);
        }
        screen.show(context, "acceptances", "Risk acceptances", standing, Map.of("rows", rows, "said", there.said()));
    }

    public void fresh(Context context) throws IOException {
        Map<String, Object> values = new LinkedHashMap<>();
        for (String name : List.of("assertion", "item", "account", "expires", "reason")) {
            String given = context.queryParam(name);
            values.put(name, given == null ? "" : given);
        }
        int number =
                desk.check(forms.view(context).instead()).book().acceptances().size() + 1;
        String year = forms.today(context).substring(0, 4);
        values.put("id", "RA-" + year + "-" + (number < 10 ? "0" : "") + number);
        values.put("approver", Guard.session(context).visitor().name());
        fresh(context, values, Map.of(), "");
    }

    private void fresh(Context context, Map<String, Object> values, Map<String, Object> wrong, String said)
            throws IOException {
        screen.show(
                context,
                "acceptance",
                "Accept a risk",
                forms.standing(context),
                writing.form(context, BookDesk.ACCEPTANCES, wrong, said),
                Map.of("values", values));
    }

    public void add(Context context) throws IOException {
        Typed typed = new Typed(context);
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", typed.line("id", 60, true));
        members.put("assertion", typed.line("assertion", 60, true));
        members.put("item", typed.line("item", EntryField.LONGEST, true));
        String account = typed.line("account", 20, false);
        if (!account.isEmpty()) {
            members.put("account", account);
        }
        members.put("approver", typed.line("approver", LONGEST_NAME, true));
        members.put("approved", forms.today(context));
        members.put("expires", typed.date("expires", true));
        members.put("reason", typed.lines("reason", EntryField.LONGEST, true));
        String said =
                writing.save(context, typed, BookDesk.ACCEPTANCES, text -> desk.withEntry(text, members), "assertion");
        if (said == null) {
            Screen.on(context, "/" + context.pathParam("month") + PLACE);
        } else {
            fresh(context, typed.values(), typed.sentences(), said);
        }
    }

    /** @param index of the row that is asked for */
    private record Asked(EntryForms.Rows rows, int index) {

        Map<String, String> entry() {
            return rows.rows().get(index);
        }

        String query() {
            return "?row=" + index;
        }
    }

    private Asked asked(Context context) throws IOException {
        EntryForms.Rows rows = rows(context);
        int index = forms.row(context, rows)
                .orElseThrow(() -> Refusal.notHere("It is not said which acceptance is meant."));
        return new Asked(rows, index);
    }

    /** One that the book on the disk has not may go without a trace: it never counted. */
    private EntryForm form(Context context, Asked asked) throws IOException {
        String id = asked.entry().getOrDefault("id", "");
        return new EntryForm(
                "Risk acceptances",
                PLACE,
                "Risk acceptance " + id,
                "The item goes on deviating and its test goes on failing; it stands among the accepted ones until the day, and is open again after it.",
                PLACE + "/row" + asked.query(),
                published(id) ? "" : PLACE + "/remove" + asked.query(),
                BookDesk.ACCEPTANCES,
                FIELDS);
    }

    private boolean published(String id) throws IOException {
        return desk.check(Map.of()).book().acceptances().stream()
                .anyMatch(each -> each.id().equals(id));
    }

    public void acceptance(Context context) throws IOException {
        Asked asked = asked(context);
        EntryForm form = form(context, asked);
        Map<String, Object> values = forms.values(form, asked.entry());
        forms.signed(context, values);
        forms.show(context, form, values);
    }

    public void change(Context context) throws IOException {
        Asked asked = asked(context);
        EntryForm form = form(context, asked);
        Typed typed = new Typed(context);
        Map<String, String> members = new LinkedHashMap<>(forms.read(typed, form));
        if (asked.entry().containsKey("sample")) {
            // Who changes and signs a sample makes it his own.
            members.put("sample", "no");
        }
        forms.save(context, form, typed, text -> desk.withRow(BookDesk.ACCEPTANCES, text, "", asked.index(), members));
    }

    public void remove(Context context) throws IOException {
        Asked asked = asked(context);
        EntryForm form = form(context, asked);
        if (form.remove().isEmpty()) {
            throw new Refusal(409, "It has counted: take it back with a day and a reason. Packs name what is over.");
        }
        forms.remove(context, form, asked.rows(), Optional.of(asked.index()), "");
    }

    private EntryForm ending(Asked asked) {
        return new EntryForm(
                "Risk acceptances",
                PLACE,
                "Take back " + asked.entry().getOrDefault("id", ""),
                "The entry stays, with its last day: packs name an acceptance that is over beside the item that is open again. What was sealed while it counted stays as it is.",
                PLACE + "/end" + asked.query(),
                "",
                BookDesk.ACCEPTANCES,
                LAST);
    }

    public void end(Context context) throws IOException {
        Asked asked = asked(context);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("expires", forms.today(context));
        values.put("why", "");
        forms.show(context, ending(asked), values);
    }

    public void takeBack(Context context) throws IOException {
        Asked asked = asked(context);
        EntryForm form = ending(asked);
        Typed typed = new Typed(context);
        Map<String, String> read = forms.read(typed, form);
        String until = asked.entry().getOrDefault("expires", "");
        if (!until.isEmpty() && read.get("expires").compareTo(until) > 0) {
            typed.wrong("expires", "It ends on " + until + " already. Whoever lengthens it changes it.");
        }
        String said = asked.entry().getOrDefault("reason", "").strip();
        Map<String, String> members = new LinkedHashMap<>();
        members.put("expires", read.get("expires"));
        members.put(
                "reason",
                said + (said.isEmpty() || said.matches("(?s).*[.!?]") ? "" : ".") + " Taken back on "
                        + forms.today(context) + " by "
                        + Guard.session(context).visitor().name() + ": " + read.get("why"));
        forms.save(context, form, typed, text -> desk.withRow(BookDesk.ACCEPTANCES, text, "", asked.index(), members));
    }
}
