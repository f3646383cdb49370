package io.exhibit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Whoever builds the archive gets the same bytes. The build itself takes minutes (operating.md says how to compare two); here stands what made them differ, or
 * would: the time, the builder's name, and, but for those in the jar, the modes that the builder's umask gave.
 */
class DistributionTest {

    @Test
    void theTimeIsWrittenDownAndTheOwnerIsNobodyOfTheBuilders() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));

        assertThat(pom)
                .containsPattern("<project.build.outputTimestamp>[0-9-]+T[0-9:]+Z</project.build.outputTimestamp>")
                .contains("<overrideUid>0</overrideUid>", "<overrideUserName>root</overrideUserName>")
                .contains("<overrideGid>0</overrideGid>", "<overrideGroupName>root</overrideGroupName>");
    }

    @Test
    void everyFileAndFolderSaysItsMode() throws IOException {
        String archive = Files.readString(Path.of("src/main/dist/assembly.xml"));

        assertThat(each("<file>.*?</file>", archive)).isNotEmpty().allMatch(file -> file.contains("<fileMode>0"));
        assertThat(each("<fileSet>.*?</fileSet>", archive))
                .isNotEmpty()
                .allMatch(folder -> folder.contains("<fileMode>0") && folder.contains("<directoryMode>0"));
    }

    private static List<String> each(String element, String in) {
        return Pattern.compile(element, Pattern.DOTALL)
                .matcher(in)
                .results()
                .map(MatchResult::group)
                .toList();
    }
}
