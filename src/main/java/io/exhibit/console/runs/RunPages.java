package io.exhibit.console.runs;

import io.exhibit.console.door.Guard;
import io.exhibit.console.door.Role;
import io.exhibit.console.frame.Months;
import io.exhibit.console.frame.Screen;
import io.exhibit.console.frame.Standing;
import io.exhibit.console.page.Refusal;
import io.exhibit.console.page.Say;
import io.exhibit.console.page.Typed;
import io.exhibit.evidence.RunRecord;
import io.exhibit.render.ScreenJson;
import io.exhibit.run.RunFigures;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What ran and what is due; whoever may pauses a job and resumes it. */
public final class RunPages {

    private static final int LONGEST = 500;

    private final ScheduleDesk desk;
    private final Screen screen;
    private final Months months;

    public RunPages(ScheduleDesk desk, Screen screen, Months months) {
        this.desk = desk;
        this.screen = screen;
        this.months = months;
    }

    public void runs(Context context) throws IOException {
        runs(context, "");
    }

    private void runs(Context context, String said) throws IOException {
        Standing standing = months.standing(context);
        Map<String, Object> own = new LinkedHashMap<>();
        own.put("said", said);
        own.put("runs", rows(standing));
        own.put("jobs", desk.jobs().stream().map(RunPages::row).toList());
        own.put("going", desk.going().map(RunPages::going).map(List::of).orElse(List.of()));
        own.put("asked", desk.asked().orElse(""));
        own.put("notNow", desk.notNow());
        own.put("mayPause", Guard.session(context).visitor().may(Set.of(Role.OPERATOR)));
        own.putAll(screen.outcome(context));
        screen.show(context, "runs", "Runs", standing, own);
    }

    private static Map<String, Object> row(ScheduleDesk.Job job) {
        return Map.of(
                "word", job.word(),
                "title", job.word().equals("pack") ? "Pack of the month before" : "Collection",
                "next", job.next(),
                "paused", job.paused().orElse(""));
    }

    private static List<Map<String, Object>> rows(Standing standing) {
        List<Map<String, Object>> rows = new ArrayList<>();
        List<RunRecord> runs = standing.month().runs();
        for (int n = 0; n < runs.size(); n++) {
            rows.add(0, row(runs.get(n), standing.figures().get(n)));
        }
        return rows;
    }

    private static Map<String, Object> row(RunRecord run, RunFigures figures) {
        List<Map<String, Object>> gaps = new ArrayList<>();
        figures.gaps().forEach((cause, n) -> gaps.add(Map.of("cause", cause.replace('-', ' '), "count", Say.count(n))));
        return Map.of(
                "id", run.id(),
                "due", Say.minute(run.due()),
                "took", figures.took().toSeconds() + " s",
                "outcome", Say.word(run.outcome()),
                "style", run.outcome().name(),
                "reason", run.reason(),
                "calls", Say.count(figures.calls()),
                "items", Say.count(figures.items()),
                "gaps", gaps);
    }

    private interface Act {
        String done(String by, String reason) throws IOException;
    }

    /** With a reason, which is needed; what came of it stands on the page of the runs. */
    private void act(Context context, String wanting, Act act) throws IOException {
        Typed typed = new Typed(context);
        String reason = typed.line("reason", LONGEST, true);
        if (typed.right()) {
            said(context, act.done(Guard.session(context).visitor().name(), reason));
        } else {
            runs(context, wanting);
        }
    }

    private void said(Context context, String words) {
        screen.on(context, "/" + context.pathParam("month") + "/runs", Map.of("said", words));
    }

    public void pause(Context context) throws IOException {
        String job = job(context);
        act(
                context,
                "Say in a sentence of one line why it is paused; packs print it.",
                (by, reason) -> desk.pause(job, by, reason));
    }

    public void resume(Context context) throws IOException {
        said(context, desk.resume(job(context), Guard.session(context).visitor().name()));
    }

    private static Map<String, Object> going(ScheduleDesk.Going going) {
        return Map.of(
                "what", going.what(),
                "done", String.valueOf(going.done()),
                "all", String.valueOf(Math.max(1, going.all())),
                "at", Say.minute(going.at()));
    }

    /** How far a collection is, for the script of the page: one row, or none. */
    public void progress(Context context) throws IOException {
        context.contentType("application/json; charset=utf-8")
                .result(ScreenJson.of(
                        desk.going().map(RunPages::going).map(List::of).orElse(List.of())));
    }

    public void collectNow(Context context) throws IOException {
        act(
                context,
                "Say in a sentence of one line why it is collected now; the run's record has it.",
                desk::collectNow);
    }

    private String job(Context context) throws IOException {
        String word = context.pathParam("job");
        if (desk.jobs().stream().noneMatch(job -> job.word().equals(word))) {
            throw Refusal.notHere("There is no job " + word + " that can be paused.");
        }
        return word;
    }
}
