package io.exhibit.run.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftsTest {

    private static final Instant AT = Instant.parse("2026-11-30T09:00:00Z");
    private static final String FILE = "organization/parameters.yaml";
    private static final String OTHER = "organization/risk-acceptances.yaml";
    private static final String JANE = "Jane Doe, Privacy Officer";

    @TempDir
    private Path folder;

    private Path book;
    private Drafts drafts;

    @BeforeEach
    void book() throws IOException {
        book = Files.createDirectory(folder.resolve("organization"));
        Files.writeString(book.resolve("parameters.yaml"), "a: 1\nb: 2\nc: 3\nd: 4\n");
        Files.writeString(book.resolve("risk-acceptances.yaml"), "# none\n");
        drafts = drafts();
    }

    private Drafts drafts() {
        return new Drafts(new BookFolders(Map.of("organization/", book)), folder.resolve("state"));
    }

    private String text(String name) throws IOException {
        return Files.readString(book.resolve(name));
    }

    private Draft begun(String text) throws IOException, Overtaken {
        return drafts.edit("jane", 0, JANE, AT, FILE, text("parameters.yaml"), text);
    }

    @Test
    void aDraftTouchesNothingUntilItIsPublishedAndIsThenTheBook() throws Exception {
        Files.setPosixFilePermissions(book.resolve("parameters.yaml"), PosixFilePermissions.fromString("rw-rw-r--"));
        Draft draft = begun("a: 10\nb: 2\nc: 3\nd: 4\n");
        draft = drafts.edit("jane", draft.version(), JANE, AT, OTHER, "# none\n", "# none\n- id: RA-1\n");

        assertThat(text("parameters.yaml")).startsWith("a: 1\n");
        Published published = drafts.publish("jane", draft.version(), "Keys", AT, whole -> {});

        assertThat(text("parameters.yaml")).startsWith("a: 10\n");
        assertThat(text("risk-acceptances.yaml")).isEqualTo("# none\n- id: RA-1\n");
        assertThat(Files.getPosixFilePermissions(book.resolve("parameters.yaml")))
                .as("whoever could write it still can")
                .isEqualTo(PosixFilePermissions.fromString("rw-rw-r--"));
        assertThat(drafts.all()).isEmpty();
        assertThat(drafts.history()).containsExactly(published);
        assertThat(published.number()).isEqualTo(1);
        assertThat(published.edits()).containsOnlyKeys(FILE, OTHER);
        assertThat(drafts.history().get(0).edits().get(OTHER).before()).isEqualTo("# none\n");
    }

    @Test
    void whoeverDidNotSeeTheNewestVersionOverwritesNothing() throws Exception {
        Draft first = begun("a: 10\nb: 2\nc: 3\nd: 4\n");
        drafts.edit("jane", first.version(), JANE, AT, FILE, "", "a: 11\nb: 2\nc: 3\nd: 4\n");

        assertThatThrownBy(() -> drafts.edit("jane", first.version(), JANE, AT, FILE, "", "a: 12\n"))
                .isInstanceOf(Overtaken.class)
                .hasMessageContaining("changed meanwhile");
        assertThatThrownBy(() -> drafts.publish("jane", first.version(), "x", AT, whole -> {}))
                .isInstanceOf(Overtaken.class);
        assertThatThrownBy(() -> begun("a: 0\n"))
                .as("one that was begun already")
                .isInstanceOf(Overtaken.class);
        assertThat(drafts.of("jane").orElseThrow().edits().get(FILE).after()).startsWith("a: 11\n");
    }

    @Test
    void whatWasChangedOnTheDiskIsNoticedAndTakenInWhereItIsElsewhere() throws Exception {
        Draft draft = begun("a: 10\nb: 2\nc: 3\nd: 4\n");
        Files.writeString(book.resolve("parameters.yaml"), "a: 1\nb: 2\nc: 3\nd: 40\n");

        Overtaken overtaken = catchThrowableOfType(
                Overtaken.class, () -> drafts.publish("jane", draft.version(), "x", AT, whole -> {}));
        assertThat(overtaken.now()).containsOnlyKeys(FILE);
        assertThat(text("parameters.yaml")).isEqualTo("a: 1\nb: 2\nc: 3\nd: 40\n");
        assertThat(drafts.overtaken(draft)).containsOnlyKeys(FILE);

        assertThat(drafts.merge("jane", draft.version())).isEmpty();
        Draft merged = drafts.of("jane").orElseThrow();
        drafts.publish("jane", merged.version(), "x", AT, whole -> {});
        assertThat(text("parameters.yaml")).isEqualTo("a: 10\nb: 2\nc: 3\nd: 40\n");
    }

    @Test
    void whereBothChangedOneLineThePersonDecides() throws Exception {
        Draft draft = begun("a: 10\nb: 2\nc: 3\nd: 4\n");
        Files.writeString(book.resolve("parameters.yaml"), "a: 77\nb: 2\nc: 3\nd: 4\n");

        assertThat(drafts.merge("jane", draft.version())).containsExactly(FILE);
        assertThat(drafts.of("jane").orElseThrow().edits().get(FILE).after()).startsWith("a: 10\n");
        assertThat(text("parameters.yaml")).startsWith("a: 77\n");
    }

    @Test
    void aChangeTakesAnApprovalBack() throws Exception {
        Draft draft = begun("a: 10\nb: 2\nc: 3\nd: 4\n");
        draft = drafts.ask("jane", draft.version(), new Signed(JANE, AT, "Keys are 60 days now"));
        draft = drafts.approve("jane", draft.version(), new Signed("John Roe, Officer", AT, "Read"));
        assertThat(draft.approved()).isPresent();
        draft = drafts.remark("jane", new Signed("John Roe, Officer", AT, "Thank you"));
        assertThat(draft.approved()).as("a remark changes nothing").isPresent();
        draft = drafts.edit("jane", draft.version(), JANE, AT, FILE, "", "a: 9\nb: 2\nc: 3\nd: 4\n");
        assertThat(draft.approved()).isEmpty();
        assertThat(draft.asked()).isEmpty();
    }

    @Test
    void whatFailsBeforeThePublicationLeavesEverythingAsItWas() throws Exception {
        Draft draft = begun("a: 10\nb: 2\nc: 3\nd: 4\n");
        assertThatThrownBy(() -> drafts.publish("jane", draft.version(), "x", AT, whole -> {
                    throw new IOException("the vault is busy");
                }))
                .hasMessage("the vault is busy");
        assertThat(text("parameters.yaml")).startsWith("a: 1\n");
        assertThat(drafts.of("jane")).contains(draft);
        assertThat(drafts.history()).isEmpty();
    }

    /** Killed between the journal and the last file: whoever looks next ends it. */
    @Test
    void aPublicationThatWasBrokenOffIsEndedByWhoeverLooksNext() throws Exception {
        Draft draft = begun("a: 10\nb: 2\nc: 3\nd: 4\n");
        Published broken = new Published(
                1,
                "jane",
                JANE,
                "",
                "x",
                AT,
                drafts.edit("jane", draft.version(), JANE, AT, OTHER, "# none\n", "# one\n")
                        .changes(),
                java.util.List.of());
        Files.write(folder.resolve("state/publishing.json"), BookJson.of(broken));
        Files.writeString(book.resolve("parameters.yaml"), "a: 10\nb: 2\nc: 3\nd: 4\n");

        assertThat(drafts().files()).containsEntry(OTHER, "# one\n").containsEntry(FILE, "a: 10\nb: 2\nc: 3\nd: 4\n");
        assertThat(drafts().history()).hasSize(1);
        assertThat(drafts().all()).isEmpty();
        assertThat(folder.resolve("state/publishing.json")).doesNotExist();
    }

    @Test
    void whatSomebodyChangedWhileAPublicationWasBrokenOffIsLeftAndSaid() throws Exception {
        Draft draft = begun("a: 10\nb: 2\nc: 3\nd: 4\n");
        Files.write(
                folder.resolve("state/publishing.json"),
                BookJson.of(new Published(1, "jane", JANE, "", "x", AT, draft.changes(), java.util.List.of())));
        Files.writeString(book.resolve("parameters.yaml"), "by hand\n");

        assertThat(drafts().history())
                .singleElement()
                .satisfies(published -> assertThat(published.left()).containsExactly(FILE));
        assertThat(text("parameters.yaml")).isEqualTo("by hand\n");
    }

    @Test
    void noOtherFileCanBeNamed() throws Exception {
        Files.writeString(folder.resolve("secret.yaml"), "s");
        for (String name : java.util.List.of(
                "organization/../secret.yaml",
                "/etc/passwd",
                "organization/.hidden.yaml",
                "organization/a.sh",
                "organization//a.yaml",
                "other/a.yaml",
                "organization/a.yaml/",
                "organization/..",
                "secret.yaml")) {
            assertThatThrownBy(() -> drafts.edit("x", 0, JANE, AT, name, "", "z"))
                    .as(name)
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> drafts.edit("../x", 0, JANE, AT, FILE, "", "z"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(drafts.of("../../secret")).isEmpty();
        assertThat(Files.readString(folder.resolve("secret.yaml"))).isEqualTo("s");
    }
}
