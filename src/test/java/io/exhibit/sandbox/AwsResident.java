package io.exhibit.sandbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The {@code aws} command in one process for all calls: its own Python is started once, on aws-commands.py, which hands each
 * call to the command's entry. That leaves a few hundredths of a second for a call.
 */
final class AwsResident implements AwsProgram {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Process process;
    private final BufferedWriter in;
    private final BufferedReader out;

    private AwsResident(List<String> python) throws IOException {
        List<String> command = new ArrayList<>(python);
        command.add(script());
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("PYTHONUTF8", "1");
        process = builder.start();
        in = process.outputWriter(StandardCharsets.UTF_8);
        out = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Empty where no Python of this machine is known to run the very command that says {@code version}. */
    static Optional<AwsProgram> start(String version) throws IOException {
        for (List<String> python : interpreters()) {
            AwsResident resident = new AwsResident(python);
            try {
                if (resident.run(List.of("--version"), Map.of()).text().equals(version)) {
                    return Optional.of(resident);
                }
            } catch (IOException e) {
                // This Python has no aws command; the next one may have it.
            }
            resident.close();
        }
        return Optional.empty();
    }

    /** The one that the command's first line names; or its neighbour, where that line starts what chooses among several. */
    private static List<List<String>> interpreters() throws IOException {
        Optional<Path> aws = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "aws"))
                .filter(Files::isExecutable)
                .findFirst();
        if (aws.isEmpty()) {
            return List.of();
        }
        List<List<String>> all = new ArrayList<>();
        // Version 2 as AWS packs it is no text.
        try (Stream<String> lines = Files.lines(aws.get(), StandardCharsets.ISO_8859_1)) {
            lines.limit(1)
                    .filter(line -> line.startsWith("#!") && line.contains("python"))
                    .map(line -> List.of(line.substring(2).strip().split(" ")))
                    .forEach(all::add);
        }
        Path neighbour = aws.get().resolveSibling("python3");
        if (Files.isExecutable(neighbour)) {
            all.add(List.of(neighbour.toString()));
        }
        return all;
    }

    private static String script() {
        try {
            return Path.of(Objects.requireNonNull(AwsResident.class.getResource("aws-commands.py"))
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public synchronized Result run(List<String> arguments, Map<String, String> environment) throws IOException {
        in.write(MAPPER.writeValueAsString(Map.of("arguments", arguments, "environment", environment)));
        in.newLine();
        in.flush();
        String answer = out.readLine();
        if (answer == null) {
            throw new IOException("the aws command's process ended at: " + arguments);
        }
        return MAPPER.readValue(answer, Result.class);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
