package io.haina.dialect.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.dialect.Asked;
import io.haina.problem.Problem;
import io.haina.problem.Problem.Kind;
import io.haina.problem.Problem.Rule;
import io.haina.tenant.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;

class RegistrationErrorsTest {

    private static final Asked ASKED = new Asked("/api/customers", null);

    private static ResponseEntity<RegistrationWire.Refusal> answer(Problem problem) {
        return new RegistrationErrors().answer(problem, ASKED);
    }

    private static String worded(Problem problem) {
        var answer = answer(problem);
        var body = answer.getBody();
        return answer.getStatusCode().value() + " " + (body == null ? "" : body.message());
    }

    @Test
    void the_words_that_the_document_prints_are_used_to_the_letter() {
        assertThat(worded(new Problem.NoCredential())).isEqualTo("401 未提供认证令牌");
        assertThat(worded(new Problem.RoleRequired(EnumSet.of(Role.ADMIN, Role.SALES_MANAGER))))
                .isEqualTo("403 权限不足,需要以下角色之一: sales_manager, admin");
        assertThat(worded(new Problem.RoleRequired(Set.of(Role.ADMIN)))).isEqualTo("403 权限不足,需要以下角色之一: admin");
        assertThat(worded(new Problem.ClaimQuotaUsed(5))).isEqualTo("400 今日领取次数已达上限(5次)");
    }

    @Test
    void who_waits_is_told_how_long_in_words_and_in_a_header() {
        var answer = answer(new Problem.TooManyFailures(Duration.ofMillis(299_001)));
        assertThat(answer.getStatusCode().value()).isEqualTo(429);
        assertThat(answer.getHeaders().getFirst("Retry-After")).isEqualTo("300");
        assertThat(worded(new Problem.TooManyFailures(Duration.ZERO))).isEqualTo("429 登录失败次数过多,请1秒后再试");
        assertThat(worded(new Problem.Unavailable(Duration.ofSeconds(5)))).isEqualTo("503 服务器繁忙,请5秒后再试");
    }

    @Test
    void a_duplicate_tells_holder_team_and_time_and_in_the_pool_to_claim_it() {
        Instant reported = Instant.parse("2024-01-15T01:30:00Z");
        var held = answer(new Problem.DuplicateCustomer("公司", "张三", "华北团队", reported, false));
        assertThat(held.getStatusCode().value()).isEqualTo(409);
        assertThat(held.getBody())
                .extracting(RegistrationWire.Refusal::data)
                .isEqualTo(new CustomersWire.Obstacle("张三", "华北团队", "2024-01-15 09:30:00", false));
        assertThat(worded(new Problem.DuplicateCustomer(null, null, null, reported, true)))
                .contains("公海", "领取");
    }

    @Test
    void a_broken_rule_names_the_documents_field() {
        assertThat(worded(new Problem.Invalid("name", Rule.TOO_LONG, 200))).isEqualTo("400 customer_name 超过最大长度(200)");
        assertThat(worded(new Problem.Invalid("contactPhone", Rule.FORBIDDEN_CHARACTER)))
                .isEqualTo("400 contact_phone 包含非法字符");
    }

    @Test
    void an_unknown_field_is_named_as_it_was_sent() {
        for (String sent : new String[] {"name", "kind", "comment", "extensionDays", "reason"}) {
            assertThat(worded(Problem.Invalid.sent(sent, Rule.UNKNOWN))).isEqualTo("400 " + sent + " 是未知字段");
        }
    }

    @Test
    void what_cannot_be_done_now_has_the_status_of_its_kind() {
        assertThat(worded(new Problem.NotFound(Kind.CUSTOMER))).isEqualTo("404 客户不存在");
        assertThat(worded(new Problem.AlreadyDecided())).isEqualTo("409 该审批已处理");
        assertThat(worded(new Problem.OwnRequest())).startsWith("403 ");
        assertThat(worded(new Problem.CoolingDown(Instant.parse("2024-01-15T01:30:00Z"))))
                .startsWith("400 ")
                .contains("2024-01-15 09:30:00");
        assertThat(worded(new Problem.TooLarge(1 << 20))).isEqualTo("413 请求内容过大,最多 1 MB");
    }

    @Test
    void a_failure_tells_its_id_and_nothing_else() {
        var answer = answer(new Problem.Failure("abc"));
        assertThat(answer.getStatusCode().value()).isEqualTo(500);
        assertThat(answer.getBody()).isEqualTo(new RegistrationWire.Refusal(false, "服务器内部错误,请稍后重试", null, "abc"));
    }
}
