package io.exhibit.console.book;

import io.exhibit.console.frame.Months;
import io.exhibit.console.frame.Screen;
import io.exhibit.console.page.Refusal;
import io.exhibit.console.page.Say;
import io.exhibit.console.page.Typed;
import io.exhibit.control.Assertion;
import io.exhibit.control.Book;
import io.exhibit.control.Parameter;
import io.exhibit.control.Problem;
import io.exhibit.control.Severity;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The thresholds, edited: each form changes the visitor's own draft, and the file comes out as a person would have written it. */
public final class BookForms {

    private static final int LONGEST_TEXT = 2_000;
    private static final int LONGEST_NAME = 200;

    private final BookDesk desk;
    private final BookPages pages;
    private final Writing writing;
    private final Screen screen;
    private final Months months;

    public BookForms(BookDesk desk, BookPages pages, Writing writing, Screen screen, Months months) {
        this.desk = desk;
        this.pages = pages;
        this.writing = writing;
        this.screen = screen;
        this.months = months;
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
        Book book = desk.check(pages.view(context).instead()).book();
        own.put("asking", asking(book, parameter));
        own.put(
                "mending",
                Arrays.stream(Severity.values())
                        .filter(each -> each.mending().equals(parameter.name()))
                        .map(Say::word)
                        .findFirst()
                        .orElse(""));
        own.put("list", parameter.value() instanceof List);
        screen.show(context, "threshold", parameter.name(), months.standing(context), own, Map.of("values", values));
    }

    /** The tests that go by it: what each says, and of which of their sentences it is a part. */
    private static List<Map<String, Object>> asking(Book book, Parameter parameter) {
        Pattern named = Pattern.compile("\\bparameters\\." + Pattern.quote(parameter.name()) + "\\b");
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Assertion test : book.assertions()) {
            boolean chooses = test.particulars().chosenBy().equals(parameter.name());
            String text = Stream.of(test.where(), test.expect(), test.across())
                    .map(Assertion.Expression::text)
                    .filter(each -> named.matcher(each).find())
                    .findFirst()
                    .orElse("");
            if (chooses || !text.isEmpty() || test.parameters().contains(parameter.name())) {
                rows.add(Map.of(
                        "id", test.id(),
                        "says", test.says(),
                        "how", chooses ? "it says whether the test is asked at all" : text));
            }
        }
        return rows;
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
            Screen.on(context, base(context) + "/book/thresholds");
        } else {
            threshold(context, parameter, typed.values(), typed.sentences(), said);
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
