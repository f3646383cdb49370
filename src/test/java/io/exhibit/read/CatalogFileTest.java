package io.exhibit.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.OneJdk;
import io.exhibit.aws.AwsCollectors;
import io.exhibit.evidence.Catalog;
import io.exhibit.evidence.Reading;
import io.exhibit.evidence.RecordType;
import io.exhibit.evidence.RecordType.Kind;
import io.exhibit.evidence.RecordType.Shape;
import io.exhibit.evidence.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@OneJdk
class CatalogFileTest {

    private static final Path FILE = Path.of("src/main/resources/io/exhibit/read", CatalogFile.NAME);

    @Test
    void theFrozenTypesAreThoseOfTheSourcesAndTheSdk() throws IOException {
        String now = FrozenTypes.text(FrozenTypes.of(AwsCollectors.sources()));
        if (Boolean.getBoolean("exhibit.regenerate")) {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, now);
        }
        assertThat(FILE)
                .as("stale: run this test with -Dexhibit.regenerate=true and look at the diff")
                .exists()
                .content()
                .isEqualTo(now);
    }

    @Test
    void theFileReadsBackAsTheSameCatalog() throws IOException {
        assertThat(FrozenTypes.text(CatalogFile.load()).lines().toList())
                .isEqualTo(Files.readString(FILE).lines().toList());
    }

    @Test
    void everyReadingHasATypeThatHoldsItsKeyMember() {
        Catalog catalog = CatalogFile.load();
        for (Source source : catalog.sources()) {
            for (Reading reading : source.readings()) {
                assertThat(catalog.types().get(reading.type()).members())
                        .as(reading.key())
                        .extracting(RecordType.Member::name)
                        .contains(reading.keyMember());
            }
        }
    }

    @Test
    void everyStructureThatATypeNamesIsThere() {
        Catalog catalog = CatalogFile.load();
        for (RecordType type : catalog.types().values()) {
            for (RecordType.Member member : type.members()) {
                Shape shape = member.shape();
                while (shape.element() != null) {
                    shape = shape.element();
                }
                if (shape.kind() == Kind.STRUCTURE) {
                    assertThat(catalog.types())
                            .as(type.name() + "." + member.name())
                            .containsKey(shape.type());
                }
            }
        }
    }

    @Test
    void namesAreTheApisAndTheWireHasItsOwn() {
        Catalog catalog = CatalogFile.load();
        assertThat(catalog.types().get("guardduty.Finding").members())
                .anySatisfy(m -> assertThat(m).extracting("name", "wire").containsExactly("AccountId", "accountId"));
        assertThat(catalog.types().get("ec2.IpPermission").members())
                .anySatisfy(
                        m -> assertThat(m).extracting("name", "wire").containsExactly("UserIdGroupPairs", "groups"));
    }
}
