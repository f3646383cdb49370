package io.exhibit.cli.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.exhibit.cli.terminal.Stop;
import io.exhibit.collect.CollectionPlan;
import io.exhibit.collect.CollectionPlan.Choice;
import io.exhibit.control.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanReaderTest {

    @TempDir
    private Path folder;

    @Test
    void accountsExclusionsAndRegionsAreRead() throws IOException {
        CollectionPlan plan = plan("""
                aws:
                  accounts: ['111122223333', '444455556666']
                  exclude: [{account: '444455556666', reason: moves out in May}]
                  regions: [us-east-1, eu-west-1]
                """);

        assertThat(plan.accounts()).isEqualTo(Choice.LISTED);
        assertThat(plan.listed()).containsExactly("111122223333", "444455556666");
        assertThat(plan.excluded()).containsEntry("444455556666", "moves out in May");
        assertThat(plan.regions()).containsExactly("eu-west-1", "us-east-1");
        assertThat(plan("aws: {accounts: caller}").accounts()).isEqualTo(Choice.CALLER);
    }

    @Test
    void nothingSaidIsEverything() throws IOException {
        assertThat(plan("aws: {accounts: , regions: }")).isEqualTo(CollectionPlan.everything());
    }

    @ParameterizedTest
    @CsvSource({
        "us-esat-1, us-east-1",
        "us-east1, us-east-1",
        "us-east-1a, us-east-1",
        "eu-wst-1, eu-west-1",
        "EU-WEST-1, eu-west-1"
    })
    void aNameThatNoRegionCanHaveIsToldWithItsPlaceAndTheNearestOne(String written, String nearest) throws IOException {
        assertThat(mistakes("aws:\n  regions:\n  - eu-central-1\n  - " + written))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.position().line()).isEqualTo(4);
                    assertThat(problem.position().column()).isEqualTo(5);
                    assertThat(problem.hint()).isEqualTo("Did you mean " + nearest + "?");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"eu-west-9", "zz-northwest-1", "us-gov-east-1", "eusc-de-east-1", "us-iso-west-1"})
    void aRegionThatMayHaveOpenedSinceIsLeftToAws(String name) throws IOException {
        assertThat(plan("aws: {regions: [" + name + "]}").regions()).containsExactly(name);
    }

    @Test
    void everyMistakeComesAtOnce() throws IOException {
        assertThat(mistakes("""
                        aws:
                          accounts: everyone
                          exclude:
                          - account: '444455556666'
                          - {account: '12', reason: too short}
                          - {account: '444455556666', reason: again}
                          regions: []
                        """))
                .extracting(problem -> problem.position().line() + " " + problem.code())
                .containsExactly("2 wrong-type", "4 missing-key", "5 wrong-type", "6 duplicate-id", "7 missing-key");
        assertThat(mistakes("aws: {accounts: 111122223333}"))
                .singleElement()
                .extracting(Problem::hint)
                .isEqualTo("Write a list: ['111122223333'].");
        assertThat(mistakes("aws: {accounts: [acme]}"))
                .singleElement()
                .extracting(Problem::message)
                .isEqualTo("\"acme\" is no account id: these have 12 digits.");
    }

    private CollectionPlan plan(String text) throws IOException {
        return SettingsReader.read(write(text)).aws().plan();
    }

    private List<Problem> mistakes(String text) throws IOException {
        Path file = write(text);
        return catchThrowableOfType(Stop.class, () -> SettingsReader.read(file)).problems();
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("exhibit.yaml"), text);
    }
}
