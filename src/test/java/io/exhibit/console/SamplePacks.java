package io.exhibit.console;

import io.exhibit.console.packs.PackDesk;
import io.exhibit.console.page.Unavailable;
import io.exhibit.seal.Step;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** Packs with one file for all of them, and a report in which somebody put a script. */
final class SamplePacks implements PackDesk {

    static final String REPORT = "<!DOCTYPE html><title>x</title><script>document.cookie</script>";

    private final Path file;

    SamplePacks(Path folder) throws IOException {
        Files.createDirectories(folder);
        file = Files.writeString(folder.resolve("pack"), REPORT);
    }

    @Override
    public Optional<Path> file(String pack, Form form) {
        return Optional.of(file);
    }

    @Override
    public Path draw(YearMonth month) {
        return file;
    }

    @Override
    public Optional<Path> drawn(YearMonth month) {
        return Optional.of(file);
    }

    @Override
    public byte[] page(String pack) {
        return REPORT.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public List<Step> verify(String pack) {
        return List.of();
    }

    @Override
    public String approve(String pack, String approver, String reason, String seen) {
        return "Issued.";
    }

    @Override
    public String deliver(String pack) {
        return "Nothing is owed.";
    }

    @Override
    public Comparison compare(String older, String newer) throws Unavailable {
        throw new Unavailable("These two cannot be compared.", null);
    }

    @Override
    public String reissue(String pack, String reason) {
        return pack + " was issued again: " + reason;
    }
}
