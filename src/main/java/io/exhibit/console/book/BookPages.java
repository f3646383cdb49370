package io.exhibit.console.book;

import io.exhibit.console.door.Guard;
import io.exhibit.console.door.Role;
import io.exhibit.console.door.Visitor;
import io.exhibit.console.frame.Months;
import io.exhibit.console.frame.Screen;
import io.exhibit.console.frame.Standing;
import io.exhibit.console.page.Say;
import io.exhibit.control.Book;
import io.exhibit.control.Parameter;
import io.exhibit.run.book.Draft;
import io.exhibit.run.book.Drafts;
import io.exhibit.run.book.Published;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The book, looked at: what there is, what a draft changes, what was published. */
public final class BookPages {

    private final BookDesk desk;
    private final Screen screen;
    private final Months months;

    public BookPages(BookDesk desk, Screen screen, Months months) {
        this.desk = desk;
        this.screen = screen;
        this.months = months;
    }

    /** The book with the visitor's own draft. */
    BookView view(Context context) throws IOException {
        Drafts drafts = desk.drafts();
        return new BookView(
                drafts.files(), drafts.of(BookView.own(Guard.session(context).visitor())));
    }

    public void overview(Context context) throws IOException {
        Standing standing = months.standing(context);
        BookView view = view(context);
        BookDesk.Checked checked = desk.check(view.instead());
        Map<String, Object> own = new LinkedHashMap<>();
        own.put("files", view.files());
        String mine = BookView.own(Guard.session(context).visitor());
        own.put(
                "drafts",
                desk.drafts().all().stream()
                        .sorted(Comparator.comparing(draft -> !draft.id().equals(mine)))
                        .map(BookView::row)
                        .toList());
        own.put("mine", BookView.own(Guard.session(context).visitor()));
        own.put("problems", BookView.problems(checked.problems()));
        own.put("warnings", BookView.problems(checked.warnings()));
        own.put("thresholds", Say.count(checked.book().parameters().size()));
        own.put(
                "policies",
                Say.count(checked.book().parameters().values().stream()
                        .filter(each -> !each.policy().isEmpty())
                        .count()));
        own.put("acceptances", Say.count(checked.book().acceptances().size()));
        own.put("accounts", Say.count(checked.book().scope().accounts().size()));
        own.put(
                "owned",
                Say.count(checked.book().framework().controls().stream()
                        .filter(unit -> !unit.owner().isEmpty())
                        .count()));
        own.put("decided", Say.count(checked.book().decisions().size()));
        own.put(
                "filed",
                Say.count(checked.book().documents().stream()
                        .filter(document -> document.filed().isPresent())
                        .count()));
        own.put("documents", Say.count(checked.book().documents().size()));
        own.put("registers", Say.count(checked.book().registers().size()));
        List<Published> past = desk.drafts().history();
        own.put("published", Say.count(past.size()));
        own.put("newest", past.stream().limit(1).map(BookView::row).toList());
        screen.show(context, "book", "Book", standing, own);
    }

    public void thresholds(Context context) throws IOException {
        Standing standing = months.standing(context);
        BookView view = view(context);
        Book book = desk.check(view.instead()).book();
        Book disk = standing.month().assessment().book();
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Parameter parameter : book.parameters().values()) {
            Map<String, Object> row = row(parameter);
            Parameter before = disk.parameters().get(parameter.name());
            row.put("was", before == null || words(before).equals(words(parameter)) ? "" : words(before));
            rows.add(row);
        }
        screen.show(context, "thresholds", "Thresholds", standing, Map.of("rows", rows));
    }

    static Map<String, Object> row(Parameter parameter) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", parameter.name());
        row.put("value", words(parameter));
        row.put("policy", parameter.policy());
        return row;
    }

    static String words(Parameter parameter) {
        return value(parameter) + (parameter.unit().isEmpty() ? "" : " " + parameter.unit());
    }

    /** As it stands in the field of a form: the members of a list each on a line of their own. */
    static String value(Parameter parameter) {
        return parameter.value() instanceof List<?> list
                ? String.join("\n", list.stream().map(String::valueOf).toList())
                : String.valueOf(parameter.value());
    }

    public void draft(Context context) throws IOException {
        draft(context, "", Map.of());
    }

    /** Leads on to the draft, with what came of a form; it stands there until the draft is another one. */
    void done(Context context, String said, List<BookDesk.Outlook> outlook) throws IOException {
        String id = context.pathParam("id");
        screen.on(
                context,
                "/" + context.pathParam("month") + "/book/drafts/" + URLEncoder.encode(id, StandardCharsets.UTF_8),
                Map.of(
                        "said",
                        said,
                        "outlook",
                        BookView.outlook(outlook),
                        "of",
                        version(desk.drafts().of(id))));
    }

    private static String version(Optional<Draft> draft) {
        return draft.map(Draft::version).map(Object::toString).orElse("");
    }

    /**
     * The page of a draft.
     *
     * @param said why what was asked for was not done, or ""
     * @param typed reasons that somebody gave for that, by what was asked for
     */
    void draft(Context context, String said, Map<String, String> typed) throws IOException {
        Standing standing = months.standing(context);
        Optional<Draft> found = desk.drafts().of(context.pathParam("id"));
        Map<String, Object> own = new LinkedHashMap<>();
        own.put("said", said);
        own.put("outlook", List.of());
        Map<String, Object> outcome = screen.outcome(context);
        if (version(found).equals(outcome.get("of"))) {
            own.putAll(outcome);
        }
        own.put("there", found.isPresent());
        if (found.isPresent()) {
            Draft draft = found.get();
            Map<String, String> instead = BookView.instead(draft);
            BookDesk.Checked checked = desk.check(instead);
            Visitor visitor = Guard.session(context).visitor();
            own.put("draft", BookView.row(draft));
            own.put("files", BookView.changes(draft.changes()));
            own.put("words", words(checked, instead));
            own.put("problems", BookView.problems(checked.problems()));
            own.put("overtaken", List.copyOf(desk.drafts().overtaken(draft).keySet()));
            own.put("mine", draft.id().equals(BookView.own(visitor)));
            own.put("mayApprove", visitor.may(java.util.Set.of(Role.APPROVER)));
            own.put("fourEyes", desk.fourEyes());
        }
        screen.show(context, "draft", "Draft", standing, own, Map.of("typed", typed));
    }

    /** Where either book has mistakes nobody can say in words what changes. */
    private List<Map<String, Object>> words(BookDesk.Checked draft, Map<String, String> instead) throws IOException {
        if (!draft.problems().isEmpty()) {
            return List.of();
        }
        return isSound()
                ? BookView.words(desk.difference(instead))
                : List.of(Map.of("text", "The book on the disk has mistakes; the draft has none."));
    }

    /** Whether the book on the disk can be used. */
    boolean isSound() throws IOException {
        return desk.check(Map.of()).problems().isEmpty();
    }

    public void published(Context context) throws IOException {
        Standing standing = months.standing(context);
        screen.show(
                context,
                "published",
                "Published",
                standing,
                Map.of(
                        "rows",
                        desk.drafts().history().stream().map(BookView::row).toList()));
    }
}
