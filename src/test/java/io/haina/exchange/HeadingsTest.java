package io.haina.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.catalog.Catalogs;
import io.haina.field.RecordKind;
import io.haina.testing.HainaServer;
import io.haina.testing.TestCompany;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HeadingsTest {

    @ParameterizedTest
    @EnumSource
    void every_built_in_field_has_a_heading_that_people_read(RecordKind kind) {
        Catalogs catalogs = HainaServer.get().bean(Catalogs.class);
        List<String> unnamed = catalogs.of(TestCompany.create().admin().actor(), kind).fields().stream()
                .filter(field -> Headings.of(kind, field).equals(field.name()))
                .map(field -> kind + "." + field.name())
                .toList();
        assertThat(unnamed).isEmpty();
    }
}
