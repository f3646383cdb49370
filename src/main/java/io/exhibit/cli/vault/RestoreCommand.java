package io.exhibit.cli.vault;

import io.exhibit.cli.settings.Given;
import io.exhibit.cli.settings.Settings;
import io.exhibit.cli.settings.SettingsReader;
import io.exhibit.cli.terminal.Console;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.terminal.Stop;
import io.exhibit.cli.wiring.LogMark;
import io.exhibit.cli.wiring.VaultWiring;
import io.exhibit.seal.DurableFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Puts back what is not in the vault. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Puts back what exhibit backup copied, where the settings say that it belongs.",
            "",
            "Where there are no settings yet, those of the copy are put back first. A file that is there and is another one is"
                    + " left as it is and named, and then nothing at all is put back: move it away first."
        },
        footer = {"", "Example:  exhibit restore /safe/exhibit-2026-11-29.zip --settings /etc/exhibit/exhibit.yaml"})
public final class RestoreCommand implements Callable<Integer> {

    /** Bytes of a file of a copy; packs and evidence are none of these. */
    private static final int LARGEST = 64 << 20;

    @Mixin
    private Given given = new Given();

    @Parameters(paramLabel = "ZIP", description = "What exhibit backup wrote.")
    private Path zip;

    private final Console console;

    RestoreCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Map<String, byte[]> files = read();
        Path settings = given.place();
        byte[] copied = files.get("exhibit.yaml");
        boolean own = Files.exists(settings);
        if (!own && copied == null) {
            throw new Stop(ExitCode.MISSING, "There are no settings at " + settings + ", and " + zip + " has none.");
        }
        Path read = own ? settings : Files.write(Files.createTempFile(settings.getParent(), ".tmp-", ".yaml"), copied);
        try {
            putBack(new Belongings(settings, SettingsReader.read(read)), files);
        } finally {
            if (!own) {
                Files.deleteIfExists(read);
            }
        }
        return ExitCode.DONE;
    }

    private void putBack(Belongings belongings, Map<String, byte[]> files) throws IOException {
        Map<Path, byte[]> places = new TreeMap<>();
        List<String> others = new ArrayList<>();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Optional<Path> place = belongings.place(file.getKey());
            if (place.isEmpty()) {
                throw new Stop(
                        ExitCode.FILE,
                        zip + " has " + file.getKey()
                                + ", which the settings name no place for. Nothing was put back.");
            }
            if (Files.exists(place.get())
                    && !java.util.Arrays.equals(Files.readAllBytes(place.get()), file.getValue())) {
                others.add(place.get().toString());
            }
            places.put(place.get(), file.getValue());
        }
        if (!others.isEmpty()) {
            throw new Stop(
                    ExitCode.CANNOT_WRITE,
                    "These are there and are not what the copy has; move them away first. Nothing was put back: "
                            + String.join(", ", others));
        }
        int put = 0;
        for (Map.Entry<Path, byte[]> file : places.entrySet()) {
            if (!Files.exists(file.getKey())) {
                DurableFolder folder = new DurableFolder(file.getKey().getParent());
                String name = file.getKey().getFileName().toString();
                if (isSecret(name)) {
                    folder.writeSecret(name, file.getValue());
                } else {
                    folder.write(name, file.getValue());
                }
                put++;
            }
        }
        console.result("Put back: " + put + " of " + files.size() + " files"
                + (put < files.size() ? "; the others were there." : "."));
        Settings settings = belongings.settings();
        if (!new VaultWiring(settings.vault()).exists()) {
            new LogMark(settings).lost().ifPresent(console::say);
        }
    }

    private static boolean isSecret(String name) {
        return name.endsWith(".secret") || name.endsWith(".pem") && !name.endsWith(".pub.pem");
    }

    private Map<String, byte[]> read() throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (ZipFile in = new ZipFile(zip.toFile())) {
            for (Enumeration<? extends ZipEntry> all = in.entries(); all.hasMoreElements(); ) {
                ZipEntry entry = all.nextElement();
                try (InputStream content = in.getInputStream(entry)) {
                    byte[] bytes = content.readNBytes(LARGEST + 1);
                    if (bytes.length > LARGEST) {
                        throw new Stop(
                                ExitCode.FILE,
                                zip + " has " + entry.getName() + ", which is too large to be of a copy.");
                    }
                    files.put(entry.getName(), bytes);
                }
            }
        } catch (ZipException e) {
            throw new Stop(ExitCode.FILE, zip + " is no zip, or a damaged one: " + e.getMessage() + ".");
        } catch (java.nio.file.NoSuchFileException | java.io.FileNotFoundException e) {
            throw new Stop(ExitCode.MISSING, "There is no file " + zip + ".");
        }
        return files;
    }
}
