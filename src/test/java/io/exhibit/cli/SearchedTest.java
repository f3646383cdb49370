package io.exhibit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.OneJdk;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever looks for secrets has to find those that are there, whatever they were turned into. */
@OneJdk
final class SearchedTest {

    private static final String SECRET = "not/a+real secret~42";
    private static final String OTHER = "not/another one at all";

    @TempDir
    private Path folder;

    @Test
    void aSecretIsFoundInEveryFormItMayHaveTaken() throws IOException {
        byte[] bytes = SECRET.getBytes(StandardCharsets.UTF_8);
        String hex = HexFormat.of().formatHex(bytes);
        plant("clear", "a " + SECRET + " b");
        plant("address", "?q=" + URLEncoder.encode(SECRET, StandardCharsets.UTF_8));
        plant("hex", hex);
        plant("HEX", hex.toUpperCase(Locale.ROOT));
        for (String before : List.of("", "u", "us", "use")) {
            byte[] longer = (before + SECRET + " and more").getBytes(StandardCharsets.UTF_8);
            plant("base64-" + before, Base64.getEncoder().encodeToString(longer));
            plant("url64-" + before, Base64.getUrlEncoder().encodeToString(longer));
        }
        plant("innocent", SECRET.substring(1) + hex.substring(2));

        Searched all = Searched.below(folder);

        assertThat(all.places(List.of(SECRET, OTHER))).containsOnlyKeys(SECRET);
        assertThat(all.places(SECRET))
                .containsExactlyInAnyOrder(
                        "clear",
                        "address",
                        "hex",
                        "HEX",
                        "base64-",
                        "base64-u",
                        "base64-us",
                        "base64-use",
                        "url64-",
                        "url64-u",
                        "url64-us",
                        "url64-use");
    }

    private void plant(String name, String text) throws IOException {
        // No two are alike: what was seen is not looked at again.
        Files.writeString(folder.resolve(name), name + ": " + text);
    }
}
