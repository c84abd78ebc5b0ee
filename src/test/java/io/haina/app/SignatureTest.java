package io.haina.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SignatureTest {

    private static final String SECRET = "demo-secret-1090";

    @Test
    void the_vector_of_version_1_holds() {
        assertThat(Signature.version1(SECRET, "1090", "1687792901", "123456"))
                .isEqualTo("eBLXdzkQFgNmiPRThBqbOBvVu6b0cxD261F3usoXq58=");
    }

    @Test
    void version_2_signs_method_address_and_body_each_in_its_line() {
        String signature = Signature.version2(
                SECRET,
                "POST",
                "/openapi/crm/list?a=%E5%90%8D",
                "1687792901",
                "123456",
                "{}".getBytes(StandardCharsets.UTF_8));
        assertThat(signature).isEqualTo("MVvFOzbh485L4W3EDj7w/5EZHy+sZBVZKX5basZsZwg=");
        assertThat(Signature.hash(new byte[0]))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }
}
