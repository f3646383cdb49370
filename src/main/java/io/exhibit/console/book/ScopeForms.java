package io.exhibit.console.book;

import static io.exhibit.console.book.EntryField.approved;
import static io.exhibit.console.book.EntryField.approver;
import static io.exhibit.console.book.EntryField.area;
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

    /** What an auditor reads first; in the file it stands below a key of its own. */
    private static final EntryForm SYSTEM = new EntryForm(
            "Scope",
            PLACE,
            "The system",
            "What an auditor reads first: which applications there are, which data each holds, how it flows, and who uses them. Without it packs say that it is missing; it counts with a name and a"
                    + " date.",
            PLACE + "/system",
            "",
            BookDesk.SCOPE,
            List.of(
                    area("description", "Description", "Each line is a paragraph.", 20_000, false),
                    approver(),
                    approved()));

    /** Forms of single texts by their part of the address, each with the key below which they stand. */
    private static final Map<String, EntryForm> TEXTS = Map.of("entity", ENTITY, "system", SYSTEM);

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
        Map<String, Object> values = texts(context, "entity");
        ENTITY.fields()
                .forEach(field ->
                        entity.row(PLACE + "/entity", field.label(), String.valueOf(values.get(field.name()))));
        lists.add(entity);
        lists.add(system(context));
        forms.list(
                context,
                "Scope",
                "Which accounts and regions belong to the entity, and what was signed about it.",
                BookDesk.SCOPE,
                accounts.said(),
                lists);
    }

    private EntryList system(Context context) throws IOException {
        Map<String, Object> there = texts(context, "system");
        String text = String.valueOf(there.get("description"));
        EntryList system = new EntryList("system", "The system", "", "What", "Begins with", "Signed");
        system.row(
                PLACE + "/system",
                "Description",
                text.isEmpty() ? "It is missing" : text.lines().findFirst().orElse(""),
                signed(Map.of(
                        "approver", String.valueOf(there.get("approver")),
                        "approved", String.valueOf(there.get("approved")))));
        return system;
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

    private EntryForm form(Context context, ScopePart part, Optional<Integer> row) {
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

    private static ScopePart part(Context context) {
        ScopePart part = ScopePart.ALL.get(context.pathParam("part"));
        if (part == null) {
            throw Refusal.notHere("There is no such part of the scope.");
        }
        return part;
    }

    public void entry(Context context) throws IOException {
        EntryForm single = TEXTS.get(context.pathParam("part"));
        if (single != null) {
            Map<String, Object> values = texts(context, context.pathParam("part"));
            forms.signed(context, values);
            forms.show(context, single, values);
            return;
        }
        ScopePart part = part(context);
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

    /** The key of the file below which the texts of a form stand; "" at its top. */
    private static String key(String part) {
        return part.equals("entity") ? "" : part;
    }

    private Map<String, Object> texts(Context context, String part) throws IOException {
        Map<String, Object> values = new LinkedHashMap<>();
        Map<String, String> there = forms.names(context, BookDesk.SCOPE, key(part));
        TEXTS.get(part).fields().forEach(field -> values.put(field.name(), there.getOrDefault(field.name(), "")));
        return values;
    }

    public void change(Context context) throws IOException {
        Typed typed = new Typed(context);
        String name = context.pathParam("part");
        EntryForm single = TEXTS.get(name);
        if (single != null) {
            Map<String, String> members = forms.read(typed, single);
            forms.save(context, single, typed, text -> {
                String changed = text;
                for (Map.Entry<String, String> member : members.entrySet()) {
                    changed = forms.desk().withName(changed, key(name), member.getKey(), member.getValue());
                }
                return changed;
            });
            return;
        }
        ScopePart part = part(context);
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
        ScopePart part = part(context);
        EntryForms.Rows rows = rows(context, name);
        Optional<Integer> row = forms.row(context, rows);
        forms.remove(context, form(context, part, row), rows, row, name);
    }

    static String url(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
