package io.exhibit.run;

import io.exhibit.assessment.Keeping;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.Sha256;
import io.exhibit.seal.Retained;
import io.exhibit.seal.SealedContent;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Looks at sealed runs where they are kept: whether each file is what was sealed, and what keeps it from being deleted. */
final class KeptRuns {

    private final Vault vault;

    KeptRuns(Vault vault) {
        this.vault = vault;
    }

    /**
     * Reads every file of these runs once.
     *
     * @throws IOException when something could not be read; a file that is not there, or is another one, is told and not thrown
     */
    List<Keeping> of(List<RunRecord> runs) throws IOException {
        Map<String, Map<String, SealedContent>> files = new TreeMap<>();
        List<String> ids = runs.stream().map(RunRecord::id).toList();
        vault.files(ids).forEach((name, file) -> {
            String[] folders = name.split("/", 3);
            if (folders[0].equals("runs")) {
                files.computeIfAbsent(folders[1], id -> new TreeMap<>()).put(folders[2], file);
            }
        });
        List<Keeping> found = new ArrayList<>();
        for (RunRecord run : runs) {
            Map<String, SealedContent> sealed = files.get(run.id());
            List<String> changed = new ArrayList<>();
            for (Map.Entry<String, SealedContent> file : sealed.entrySet()) {
                if (!isAsSealed(file.getValue())) {
                    changed.add(file.getKey());
                }
            }
            found.add(new Keeping(run.id(), run.finished(), sealed.size(), changed, lock(run.id())));
        }
        return found;
    }

    private static boolean isAsSealed(SealedContent file) throws IOException {
        MessageDigest digest = Sha256.streaming();
        try (InputStream in = file.content().open()) {
            in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        } catch (NoSuchFileException e) {
            return false;
        }
        return Sha256.hex(digest).equals(file.sha256());
    }

    private Optional<Keeping.Lock> lock(String run) throws IOException {
        Retained retained = vault.retained(run);
        return retained.equals(Retained.NONE)
                ? Optional.empty()
                : Optional.of(
                        new Keeping.Lock(retained.objects(), retained.locked(), retained.mode(), retained.until()));
    }
}
