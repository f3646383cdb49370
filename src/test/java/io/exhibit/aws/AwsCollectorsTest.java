package io.exhibit.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.collect.Collector;
import io.exhibit.evidence.Reading;
import io.exhibit.evidence.Source;
import org.junit.jupiter.api.Test;

class AwsCollectorsTest {

    @Test
    void everySourceAndReadingHasAKeyOfItsOwn() {
        assertThat(AwsCollectors.sources()).extracting(Source::key).doesNotHaveDuplicates();
        assertThat(AwsCollectors.sources())
                .flatExtracting(Source::readings)
                .extracting(Reading::key)
                .doesNotHaveDuplicates();
    }

    @Test
    void thereIsOneCollectorForEverySourceInTheSameOrder() {
        try (Collecting aws = new Collecting(AwsSettings.defaults())) {
            assertThat(aws.collectors).extracting(Collector::source).isEqualTo(AwsCollectors.sources());
        }
    }

    @Test
    void readingsNameOperationsOfTheirSourceAndCarriersOfTheFirst() {
        for (Source source : AwsCollectors.sources()) {
            for (Reading reading : source.readings()) {
                assertThat(reading.population()).as(reading.key()).isNotEmpty().allSatisfy(source::operation);
                assertThat(reading.details()).as(reading.key()).allSatisfy(source::operation);
                if (!reading.carrier().isEmpty()) {
                    assertThat(source.operation(reading.population().get(0)).carriers())
                            .as(reading.key())
                            .contains(reading.carrier());
                }
            }
        }
    }
}
