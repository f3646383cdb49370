package io.exhibit.seal;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.seal.Step.Status;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A zip that was changed anywhere, in any way, is not the pack: 10,000 times with {@code -Dexhibit.mutations=all}. */
class RandomMutationsTest {

    private static final int TIMES = "all".equals(System.getProperty("exhibit.mutations")) ? 10_000 : 300;

    @Test
    void whateverIsChangedIsNoticed(@TempDir Path folder) throws IOException {
        byte[] pack;
        try (Vault vault = PackKit.fill(folder.resolve("vault"))) {
            pack = PackKit.pack(vault, PackKit.meaning(vault), List.of(PackKit.FIRST, PackKit.SECOND));
        }
        int noticed = 0;
        for (int seed = 0; seed < TIMES; seed++) {
            byte[] changed = changed(pack, new Random(seed));
            if (Arrays.equals(changed, pack)) {
                // Bytes that were put in the place of the same ones.
                continue;
            }
            List<Step> steps = PackKit.check(folder, changed, null);
            assertThat(steps).as("seed %d", seed).extracting(Step::status).contains(Status.FAIL);
            noticed++;
        }
        assertThat(noticed).isGreaterThan(TIMES - TIMES / 50);
    }

    /** Bits flipped, a stretch cut out, put in, written over, moved, or zeroed. */
    private static byte[] changed(byte[] pack, Random random) {
        int from = random.nextInt(pack.length);
        int length = 1 + random.nextInt(Math.min(pack.length - from, 1 << (1 + random.nextInt(12))));
        byte[] noise = new byte[length];
        random.nextBytes(noise);
        byte[] before = Arrays.copyOf(pack, from);
        byte[] stretch = Arrays.copyOfRange(pack, from, from + length);
        byte[] behind = Arrays.copyOfRange(pack, from + length, pack.length);
        return switch (random.nextInt(7)) {
            case 0 -> {
                byte[] flipped = pack.clone();
                flipped[from] ^= (byte) (1 << random.nextInt(8));
                yield flipped;
            }
            case 1 -> joined(before, behind);
            case 2 -> joined(before, noise, stretch, behind);
            case 3 -> joined(before, noise, behind);
            case 4 -> joined(before, behind, stretch);
            case 5 -> joined(before, new byte[length], behind);
            default -> joined(before, stretch, stretch, behind);
        };
    }

    private static byte[] joined(byte[]... parts) {
        int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        byte[] whole = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, whole, at, part.length);
            at += part.length;
        }
        return whole;
    }
}
