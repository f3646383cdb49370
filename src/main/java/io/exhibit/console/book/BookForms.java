package io.exhibit.console.book;

import io.exhibit.console.door.Guard;
import io.exhibit.console.frame.Months;
import io.exhibit.console.frame.Screen;
import io.exhibit.console.page.Refusal;
import io.exhibit.console.page.Typed;
import io.exhibit.control.Book;
import io.exhibit.control.Parameter;
import io.exhibit.control.Problem;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The book, edited: each form changes the visitor's own draft, and the file comes out as a person would have written it. */
public final class BookForms {

    private static final int LONGEST_TEXT = 2_000;
    private static final int LONGEST_NAME = 200;

    private final BookDesk desk;
    private final BookPages pages;
    private final Writing writing;
    private final Screen screen;
    private final Months months;
    private final InstantSource clock;

    public BookForms(
            BookDesk desk, BookPages pages, Writing writing, Screen screen, Months months, InstantSource clock) {
        this.desk = desk;
        this.pages = pages;
        this.writing = writing;
        this.screen = screen;
        this.months = months;
        this.clock = clock;
    }

    public void threshold(Context context) throws IOException {
        Parameter parameter = parameter(context, pages.view(context));
        threshold(
                context,
                parameter,
                new LinkedHashMap<>(Map.of("value", BookPages.value(parameter), "policy", parameter.policy())),
                Map.of(),
                "");
    }

    private Parameter parameter(Context context, BookView view) throws IOException {
        String name = context.pathParam("name");
        Parameter parameter = desk.check(view.instead()).book().parameters().get(name);
        if (parameter == null) {
            throw Refusal.notHere("There is no threshold " + name + ".");
        }
        return parameter;
    }

    private void threshold(
            Context context, Parameter parameter, Map<String, Object> values, Map<String, Object> wrong, String said)
            throws IOException {
        Map<String, Object> own = writing.form(context, BookDesk.PARAMETERS, wrong, said);
        own.put("threshold", BookPages.row(parameter));
        own.put("unit", parameter.unit());
        own.put("list", parameter.value() instanceof List);
        screen.show(context, "threshold", parameter.name(), months.standing(context), own, Map.of("values", values));
    }

    public void changeThreshold(Context context) throws IOException {
        BookView view = pages.view(context);
        Parameter parameter = parameter(context, view);
        Typed typed = new Typed(context);
        boolean list = parameter.value() instanceof List;
        Object value = list
                ? typed.text("value")
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList()
                : typed.line("value", LONGEST_TEXT, !(parameter.value() instanceof String));
        String policy = typed.line("policy", LONGEST_NAME, false);
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("value", value);
        members.put("policy", policy);
        String said = writing.save(
                context,
                typed,
                BookDesk.PARAMETERS,
                text -> desk.withThreshold(text, parameter.name(), members),
                "value");
        if (said == null) {
            context.redirect(base(context) + "/book/thresholds");
        } else {
            threshold(context, parameter, typed.values(), typed.sentences(), said);
        }
    }

    public void acceptance(Context context) throws IOException {
        Map<String, Object> values = new LinkedHashMap<>();
        for (String name : List.of("assertion", "item", "account", "expires", "reason")) {
            String given = context.queryParam(name);
            values.put(name, given == null ? "" : given);
        }
        Book book = desk.check(pages.view(context).instead()).book();
        int number = book.acceptances().size() + 1;
        LocalDate today = today(context);
        values.put("id", "RA-" + today.getYear() + "-" + (number < 10 ? "0" : "") + number);
        values.put("approver", Guard.session(context).visitor().name());
        acceptance(context, values, Map.of(), "");
    }

    private LocalDate today(Context context) throws IOException {
        return LocalDate.ofInstant(
                clock.instant(),
                months.standing(context).month().assessment().period().zone());
    }

    private void acceptance(Context context, Map<String, Object> values, Map<String, Object> wrong, String said)
            throws IOException {
        screen.show(
                context,
                "acceptance",
                "Accept a risk",
                months.standing(context),
                writing.form(context, BookDesk.ACCEPTANCES, wrong, said),
                Map.of("values", values));
    }

    public void addAcceptance(Context context) throws IOException {
        Typed typed = new Typed(context);
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", typed.line("id", 60, true));
        members.put("assertion", typed.line("assertion", 60, true));
        members.put("item", typed.line("item", LONGEST_TEXT, true));
        String account = typed.line("account", 20, false);
        if (!account.isEmpty()) {
            members.put("account", account);
        }
        members.put("approver", typed.line("approver", LONGEST_NAME, true));
        members.put("approved", today(context).toString());
        members.put("expires", typed.date("expires", true));
        members.put("reason", typed.line("reason", LONGEST_TEXT, true));
        String said =
                writing.save(context, typed, BookDesk.ACCEPTANCES, text -> desk.withEntry(text, members), "assertion");
        if (said == null) {
            context.redirect(base(context) + "/book/acceptances");
        } else {
            acceptance(context, typed.values(), typed.sentences(), said);
        }
    }

    static List<Problem> of(String file, List<Problem> problems) {
        return problems.stream()
                .filter(problem -> problem.position().file().equals(file))
                .toList();
    }

    private static String base(Context context) {
        return "/" + context.pathParam("month");
    }
}
