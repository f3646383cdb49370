package io.exhibit.sandbox;

import io.exhibit.sandbox.book.Papers;
import io.exhibit.sandbox.book.Registers;
import io.exhibit.sandbox.wire.Digest;
import io.exhibit.sandbox.world.World;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** Writes the demo organization's own book (the folder {@code organization/} of a mapping) that fits the sandbox's month. */
public final class DemoBook {

    /** The books of the month, in their order: each is approved in an afternoon and holds what was approved by then. */
    public static final List<Version> VERSIONS = List.of(
            new Version(
                    "2026-09-30",
                    "The yearly review of the book: no threshold is otherwise than in the year before; prepared by Paul"
                            + " Placeholder, Compliance Manager"),
            new Version("2026-10-05", "Entries of Human Resources on one leaver and one joiner"),
            new Version("2026-10-13", "Changes, findings and the provider of the portal's staff since 10-06"),
            new Version(
                    "2026-10-21",
                    "AWS's SOC 2 report was read in version 8: its duties are on the register, and a report may lie back 120 days"
                            + " and no longer 190; beside it the treatment plan and what was approved since 10-14"),
            new Version("2026-10-26", "Change CHG-2247, before it is made"),
            new Version("2026-10-30", "Documents of October, seen and filed"));

    private DemoBook() {}

    /** One book: the nights after that day are judged by it. */
    public record Version(LocalDate day, String approver, String reason) {

        private Version(String day, String reason) {
            this(LocalDate.parse(day), "Ada Exemplar, Security Official", reason);
        }

        public LocalDate firstNight() {
            return day.plusDays(1);
        }

        public Instant approvedAt() {
            return day.atTime(15, 40).toInstant(ZoneOffset.UTC);
        }
    }

    /** As it is at the end of the month. */
    public static void write(Path directory, SandboxOptions options) throws IOException {
        write(directory, options, DemoMonth.MONTH.atEndOfMonth());
    }

    /**
     * Makes the directory where it is missing and replaces files of the same names; ids are those of the options' seed.
     *
     * @param day what was approved later is not in it
     */
    public static void write(Path directory, SandboxOptions options, LocalDate day) throws IOException {
        World.Size size = Sandbox.size(options, Math.max(7, options.accounts()));
        World end = new World(new Digest(options.seed()), DemoMonth.runAt(DemoMonth.MONTH.atEndOfMonth()), size);
        write(directory, new Papers(end, day).files());
        write(directory.resolve("registers"), new Registers(end, day).files());
    }

    private static void write(Path directory, Map<String, String> files) throws IOException {
        Files.createDirectories(directory);
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = directory.resolve(file.getKey() + ".yaml");
            Files.writeString(path, file.getValue(), StandardCharsets.UTF_8);
        }
    }
}
