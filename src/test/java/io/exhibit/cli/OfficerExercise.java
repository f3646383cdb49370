package io.exhibit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.cli.settings.Settings;
import io.exhibit.cli.wiring.BookReading;
import io.exhibit.console.Browser;
import io.exhibit.console.Hand;
import io.exhibit.run.book.Draft;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.openqa.selenium.By;

/**
 * The officer's exercise in a real browser: "access keys must be 60 days; the claims importer is excepted until June; approve; preview;
 * publish; draft pack". Once by mouse and once by keyboard alone, with the same files at the end as by hand.
 */
public final class OfficerExercise {

    private final Browser browser;
    private final Settings settings;
    private final String visitor;
    private final LocalDate today;
    private final Map<String, String> before;

    /** @param browser in which the visitor is in */
    public OfficerExercise(Browser browser, Settings settings, String visitor, LocalDate today) throws IOException {
        this.browser = browser;
        this.settings = settings;
        this.visitor = visitor;
        this.today = today;
        this.before = files();
    }

    private Path book() {
        return settings.organization().orElseThrow();
    }

    private Map<String, String> files() throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        for (String name : List.of("parameters.yaml", "risk-acceptances.yaml")) {
            Path file = book().resolve(name);
            files.put(name, Files.exists(file) ? Files.readString(file) : "");
        }
        return files;
    }

    /** The next one begins with the same book. */
    private void putTheBookBack() throws Exception {
        for (Map.Entry<String, String> file : before.entrySet()) {
            Files.writeString(book().resolve(file.getKey()), file.getValue());
        }
        for (Draft left : BookReading.drafts(settings).all()) {
            BookReading.drafts(settings).discard(left.id(), left.version());
        }
    }

    /** @return how long it takes a person */
    public Duration by(Hand hand) throws Exception {
        try {
            steps(hand);
            outcome();
        } finally {
            putTheBookBack();
        }
        return hand.took();
    }

    private void steps(Hand hand) {
        hand.press("header a[href$='/book']");
        hand.press("a[href$='/book/thresholds']");
        hand.press("a[href$='/thresholds/access_key_max_age_days']");
        hand.type("#f-value", "60");
        hand.type("#f-policy", "SEC-03 section 4.2, version 6");
        hand.press("form.form button");
        hand.press("a[href$='/book/acceptances']");
        hand.press("a[href$='/acceptances/new']");
        hand.type("#f-assertion", "IAM-02");
        hand.type("#f-item", "*claims-importer*");
        // A field of a date takes month, day and year one after the other.
        hand.type("#f-expires", "06302027");
        hand.type("#f-reason", "It gets a role in June");
        hand.press("form.form button");
        hand.press("header a[href$='/book']");
        hand.press("main a[href*='/book/drafts/']");
        assertThat(browser.text(By.id("main")))
                .contains("Threshold access_key_max_age_days is 60 days")
                .contains("*claims-importer* for IAM-02 until 2027-06-30");
        hand.press("form[action$='/preview'] button");
        assertThat(browser.text(By.id("main"))).contains("What this would have changed");
        hand.type("#approve-why", "Agreed on Monday");
        hand.press("form[action$='/approve'] button");
        hand.press("form[action$='/publish'] button");
        assertThat(browser.text(By.className("said"))).contains("Published as number");
        hand.press("header a[href$='/packs']");
        hand.press("form.draw button");
        assertThat(browser.text(By.className("said"))).contains("The draft is drawn up");
    }

    private void outcome() throws IOException {
        String was = before.get("parameters.yaml")
                .lines()
                .filter(line -> line.startsWith("access_key_max_age_days: {value: 90, policy: 'SEC-03 section 4.2'}"))
                .findFirst()
                .orElseThrow();
        assertThat(changes())
                .containsExactly(
                        "- " + was,
                        "+ " + was.replace("value: 90", "value: 60").replace("4.2'", "4.2, version 6'"),
                        "+ - id: RA-2026-0" + (1 + entries(before.get("risk-acceptances.yaml"))),
                        "+   assertion: IAM-02",
                        "+   item: '*claims-importer*'",
                        "+   approver: '" + visitor + "'",
                        "+   approved: " + today,
                        "+   expires: 2027-06-30",
                        "+   reason: It gets a role in June");
        Path draft = settings.pack().folder().resolve("EH-2026-10.draft.pdf");
        try (var pdf = Loader.loadPDF(draft.toFile())) {
            assertThat(pdf.getNumberOfPages()).isGreaterThan(20);
        }
        Files.delete(draft);
    }

    private static long entries(String text) {
        return text.lines().filter(line -> line.startsWith("- id:")).count();
    }

    /** Lines that went and came, file by file. */
    private List<String> changes() throws IOException {
        List<String> changes = new ArrayList<>();
        Map<String, String> after = files();
        before.forEach((name, text) -> {
            List<String> was = text.lines().toList();
            List<String> is = after.get(name).lines().toList();
            was.stream().filter(line -> !is.contains(line)).forEach(line -> changes.add("- " + line));
            is.stream().filter(line -> !was.contains(line)).forEach(line -> changes.add("+ " + line));
        });
        return changes;
    }
}
