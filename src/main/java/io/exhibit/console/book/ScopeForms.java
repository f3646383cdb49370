package io.exhibit.console.book;

import static io.exhibit.console.book.EntryField.YES_OR_NO;
import static io.exhibit.console.book.EntryField.approved;
import static io.exhibit.console.book.EntryField.approver;
import static io.exhibit.console.book.EntryField.choice;
import static io.exhibit.console.book.EntryField.line;

import io.exhibit.console.frame.Standing;
import io.exhibit.console.page.Names;
import io.exhibit.console.page.Refusal;
import io.exhibit.console.page.Typed;
import io.exhibit.evidence.RunRecord;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Which accounts and regions belong to the entity, and what was signed about it: the file {@code scope.yaml}. */
public final class ScopeForms {

    private static final String PLACE = "/book/scope";

    private static final List<List<String>> MAYBE =
            List.of(List.of("", "nobody has said"), List.of("yes", "yes"), List.of("no", "no"));

    /** Lists of the file by their key: how one entry is called, and its fields. */
    private static final Map<String, Part> PARTS = Map.of(
            "accounts",
            new Part(
                    "account",
                    "Every account of the organization is in scope until it is taken out here, with a reason, a name and a date. While nobody has said whether it holds ePHI, what"
                            + " depends on it is not known.",
                    List.of(
                            line("id", "Account", "Its 12 digits.", true),
                            line("name", "Name", "", true),
                            choice("in_scope", "In scope", "", YES_OR_NO, true),
                            choice("ephi", "Holds ePHI", "", MAYBE, false),
                            line("reason", "Why it is out of scope, or holds none", "In a sentence.", false),
                            approver(),
                            approved())),
            "regions",
            new Part(
                    "region",
                    "Every region that an account has enabled is in scope until it is taken out here. The name * stands for every region that is not named.",
                    List.of(
                            line("name", "Region", "Such as us-east-1, or * for all that are not named.", true),
                            choice("in_scope", "In scope", "", YES_OR_NO, true),
                            line("reason", "Why it is out of scope", "In a sentence.", false),
                            approver(),
                            approved())),
            "facts",
            new Part(
                    "fact",
                    "Some paragraphs apply to some entities only. “no” takes them out of the conclusions and says who signed that; unsigned, they are not known.",
                    List.of(
                            line("name", "Fact", "As the framework names it.", true),
                            choice("value", "Does it apply", "", YES_OR_NO, true),
                            approver(),
                            approved())));

    private record Part(String one, String lead, List<EntryField> fields) {

        /** The member by which an entry is known. */
        String key() {
            return fields.get(0).name();
        }
    }

    private static final EntryForm ENTITY = new EntryForm(
            "Scope",
            PLACE,
            "The entity",
            "As packs print it.",
            PLACE + "/entity",
            "",
            BookDesk.SCOPE,
            List.of(
                    line("entity", "Name", "On the cover, such as Example Health, Inc.", true),
                    line("kind", "Kind", "Covered entity, or Business associate.", false),
                    line("classification", "Classification", "On every page, such as Confidential.", false),
                    line("official", "Who signs the pack’s statement", "Name and function.", false),
                    line("contact", "Whom to ask for the public key and later issues", "On the cover.", false)));

    private final EntryForms forms;

    public ScopeForms(EntryForms forms) {
        this.forms = forms;
    }

    private EntryForms.Rows rows(Context context, String part) throws IOException {
        return forms.rows(context, BookDesk.SCOPE, part);
    }

    public void scope(Context context) throws IOException {
        Standing standing = forms.standing(context);
        List<EntryList> lists = new ArrayList<>();
        EntryForms.Rows accounts = rows(context, "accounts");
        EntryList all = new EntryList(
                        "accounts",
                        "Accounts",
                        "None is named: all are in scope.",
                        "Account",
                        "Name",
                        "In scope",
                        "ePHI",
                        "Signed")
                .adding(PLACE + "/accounts", "Name an account");
        all(accounts, PLACE + "/accounts", all, "id", "name", "in_scope", "ephi");
        Names names = standing.names();
        for (String id : seen(standing)) {
            if (EntryForms.find(accounts, "id", id) < 0) {
                all.row(
                        PLACE + "/accounts?id=" + id,
                        id,
                        names.of(id).replace(id, "").strip(),
                        "yes",
                        "nobody has said",
                        "not named here");
            }
        }
        lists.add(all);
        EntryList regions = new EntryList(
                        "regions", "Regions", "None is named: all are in scope.", "Region", "In scope", "Why", "Signed")
                .adding(PLACE + "/regions", "Name a region");
        all(rows(context, "regions"), PLACE + "/regions", regions, "name", "in_scope", "reason");
        lists.add(regions);
        EntryList facts = new EntryList("facts", "Facts", "None was signed.", "Fact", "Applies", "Signed")
                .adding(PLACE + "/facts", "Sign a fact");
        all(rows(context, "facts"), PLACE + "/facts", facts, "name", "value");
        lists.add(facts);
        EntryList entity = new EntryList("entity", "The entity", "", "What", "As packs print it");
        Map<String, Object> values = entityValues(context);
        ENTITY.fields()
                .forEach(field ->
                        entity.row(PLACE + "/entity", field.label(), String.valueOf(values.get(field.name()))));
        lists.add(entity);
        forms.list(
                context,
                "Scope",
                "Which accounts and regions belong to the entity, and what was signed about it.",
                BookDesk.SCOPE,
                accounts.said(),
                lists);
    }

    /** Accounts that the month has evidence of. */
    private static TreeSet<String> seen(Standing standing) {
        TreeSet<String> seen = new TreeSet<>();
        for (RunRecord run : standing.month().runs()) {
            run.units().forEach(unit -> seen.add(unit.target().account()));
        }
        return seen;
    }

    private static void all(EntryForms.Rows rows, String path, EntryList list, String... members) {
        for (int i = 0; i < rows.rows().size(); i++) {
            Map<String, String> row = rows.rows().get(i);
            List<String> cells = new ArrayList<>();
            for (String member : members) {
                String text = row.getOrDefault(member, "");
                cells.add(
                        member.equals("in_scope") && text.isEmpty()
                                ? "yes"
                                : member.equals("ephi") && text.isEmpty() ? "nobody has said" : text);
            }
            cells.add(signed(row));
            list.row(path + "?row=" + i, cells.toArray(String[]::new));
        }
    }

    static String signed(Map<String, String> row) {
        String by = row.getOrDefault("approver", "");
        String on = row.getOrDefault("approved", "");
        return by.isEmpty() && on.isEmpty() ? "nobody" : by + (on.isEmpty() ? "" : ", " + on);
    }

    private EntryForm form(Context context, Part part, Optional<Integer> row) {
        String name = context.pathParam("part");
        String query = row.map(i -> "?row=" + i).orElse("");
        return new EntryForm(
                "Scope",
                PLACE,
                row.isPresent() ? "This " + part.one() : "One " + part.one() + " more",
                part.lead(),
                PLACE + "/" + name + query,
                row.isPresent() ? PLACE + "/" + name + "/remove" + query : "",
                BookDesk.SCOPE,
                part.fields());
    }

    private static Part part(Context context) {
        Part part = PARTS.get(context.pathParam("part"));
        if (part == null) {
            throw Refusal.notHere("There is no such part of the scope.");
        }
        return part;
    }

    public void entry(Context context) throws IOException {
        if (context.pathParam("part").equals("entity")) {
            forms.show(context, ENTITY, entityValues(context));
            return;
        }
        Part part = part(context);
        EntryForms.Rows rows = rows(context, context.pathParam("part"));
        Optional<Integer> row = forms.row(context, rows);
        EntryForm form = form(context, part, row);
        Map<String, String> there = new LinkedHashMap<>();
        row.ifPresent(i -> there.putAll(rows.rows().get(i)));
        if (row.isEmpty()) {
            String id = Optional.ofNullable(context.queryParam("id")).orElse("");
            there.put(part.key(), id);
            there.put(
                    "name",
                    part.key().equals("id") && !id.isEmpty()
                            ? forms.standing(context)
                                    .names()
                                    .of(id)
                                    .replace(id, "")
                                    .strip()
                            : "");
        }
        there.putIfAbsent("in_scope", "yes");
        Map<String, Object> values = forms.values(form, there);
        forms.signed(context, values);
        forms.show(context, form, values);
    }

    private Map<String, Object> entityValues(Context context) throws IOException {
        Map<String, Object> values = new LinkedHashMap<>();
        Map<String, String> there = forms.names(context, BookDesk.SCOPE);
        ENTITY.fields().forEach(field -> values.put(field.name(), there.getOrDefault(field.name(), "")));
        return values;
    }

    public void change(Context context) throws IOException {
        Typed typed = new Typed(context);
        if (context.pathParam("part").equals("entity")) {
            Map<String, String> members = forms.read(typed, ENTITY);
            forms.save(context, ENTITY, typed, text -> {
                String changed = text;
                for (Map.Entry<String, String> member : members.entrySet()) {
                    changed = forms.desk().withName(changed, "", member.getKey(), member.getValue());
                }
                return changed;
            });
            return;
        }
        String name = context.pathParam("part");
        Part part = part(context);
        Optional<Integer> row = forms.row(context, rows(context, name));
        EntryForm form = form(context, part, row);
        Map<String, String> members = forms.read(typed, form);
        forms.save(
                context,
                form,
                typed,
                text -> forms.desk().withRow(BookDesk.SCOPE, text, name, row.orElse(-1), members));
    }

    public void remove(Context context) throws IOException {
        String name = context.pathParam("part");
        Part part = part(context);
        EntryForms.Rows rows = rows(context, name);
        Optional<Integer> row = forms.row(context, rows);
        forms.remove(context, form(context, part, row), rows, row, name);
    }

    static String url(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
