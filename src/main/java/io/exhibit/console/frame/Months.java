package io.exhibit.console.frame;

import io.exhibit.console.door.Guard;
import io.exhibit.console.door.Role;
import io.exhibit.console.page.Coming;
import io.exhibit.console.page.Refusal;
import io.exhibit.console.page.Say;
import io.exhibit.control.Book;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/** Every page stands under its month, so that its address says which one to whoever it is sent to. */
public class Months {

    private final Desk desk;

    public Months(Desk desk) {
        this.desk = desk;
    }

    /**
     * How things stand in it.
     *
     * @throws Refusal with 404 for a month that has nothing or is none
     * @throws Coming when a page would keep its visitor waiting; what a form brought is never answered with that
     */
    public Standing standing(Context context) throws IOException {
        YearMonth month = month(context.pathParam("month"));
        return context.method() == HandlerType.GET ? desk.standing(month, Coming.PATIENCE) : desk.standing(month);
    }

    /** Lets something be read of what {@link #standing} shows. */
    public <T> T reading(Context context, Desk.Reading<T> what) throws IOException {
        return desk.reading(what);
    }

    /** A population of what {@link #standing} shows. */
    public Laid items(Context context, String run, String test) throws IOException {
        return desk.items(run, test);
    }

    /** Other frameworks that can be looked at beside what {@link #standing} is judged by. */
    public SortedSet<String> frameworks() {
        return desk.frameworks();
    }

    /** What bears on one of them. */
    public Book inFramework(String id) throws IOException {
        return desk.inFramework(id);
    }

    Optional<String> behind(YearMonth month, Standing shown) {
        return desk.behind(month, shown);
    }

    private YearMonth month(String text) throws IOException {
        YearMonth month;
        try {
            month = YearMonth.parse(text);
        } catch (DateTimeParseException e) {
            throw Refusal.notHere("There is no such page.");
        }
        if (!desk.months().contains(month)) {
            throw Refusal.notHere("The log has no month " + month + ".");
        }
        return month;
    }

    /** The newest month. */
    public void newest(Context context) throws IOException {
        if (!Guard.session(context).visitor().may(Role.READERS)) {
            context.redirect("/packs");
            return;
        }
        List<YearMonth> months = desk.months();
        if (months.isEmpty()) {
            throw new Refusal(503, "Nothing was collected yet: there is nothing to show. Run: exhibit collect");
        }
        context.redirect("/" + desk.usual());
    }

    /** The month that the list at the head of each page names. */
    public void choose(Context context) throws IOException {
        String chosen = context.queryParam("month");
        context.redirect("/" + month(chosen == null ? "" : chosen));
    }

    /** For that list. */
    List<Map<String, Object>> choices(YearMonth shown) throws IOException {
        return desk.months().stream()
                .map(month -> Map.<String, Object>of(
                        "id", month.toString(),
                        "name", Say.month(month.atDay(1)) + " " + month.getYear(),
                        "shown", month.equals(shown)))
                .toList();
    }
}
