package io.haina.dialect.wukong;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.customer.CustomerFields;
import io.haina.dialect.Asked;
import io.haina.problem.Problem;
import io.haina.problem.Problem.Rule;
import io.haina.tenant.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WukongErrorsTest {

    private static String worded(Problem problem) {
        return worded(problem, "/api/CrmLeads/addOrUpdate");
    }

    private static String worded(Problem problem, String path) {
        var answer = new WukongErrors((actor, kind) -> CustomerFields.CATALOG).answer(problem, new Asked(path, null));
        var body = answer.getBody();
        assertThat(body).isNotNull();
        return answer.getStatusCode().value() + " " + (body == null ? "" : body.code() + " " + body.msg());
    }

    @Test
    void the_words_that_the_contract_prints_are_used_to_the_letter() {
        assertThat(worded(new Problem.NoCredential())).isEqualTo("200 302 请先登录！");
        assertThat(worded(new Problem.BadCredential())).isEqualTo("200 302 请先登录！");
        assertThat(worded(new Problem.RoleRequired(Set.of(Role.ADMIN)))).isEqualTo("200 500 没有权限");
        assertThat(worded(new Problem.NoSuchPath())).isEqualTo("404 404 404 请求失败");
        assertThat(worded(new Problem.DuplicateCustomer(null, null, null, Instant.EPOCH, true)))
                .isEqualTo("200 500 客户名称已存在");
        assertThat(worded(new Problem.CustomerLocked(), "/api/CrmCustomer/updateCustomerByIds"))
                .isEqualTo("200 500 选中的客户有被锁定的，不能放入公海！");
        assertThat(worded(new Problem.Invalid("x", Rule.UNKNOWN))).isEqualTo("200 500 参数包含非法字段");
    }

    @Test
    void who_waits_is_told_how_many_whole_seconds() {
        assertThat(worded(new Problem.TooManyFailures(Duration.ofMillis(299_001))))
                .isEqualTo("200 500 密码错误次数过多，请等300秒后在重试！");
        assertThat(worded(new Problem.TooManyFailures(Duration.ZERO))).contains("请等1秒");
    }

    @Test
    void a_broken_rule_names_the_field_and_a_failure_nothing_but_its_id() {
        assertThat(worded(new Problem.Invalid("name", Rule.TOO_LONG, 200))).endsWith("leadsName超过最大长度（200）");
        assertThat(worded(new Problem.Invalid("nextContactAt", Rule.MALFORMED), "/api/CrmCustomer/addOrUpdate"))
                .endsWith("nextTime格式错误");
        assertThat(worded(new Problem.Invalid("nextContactAt", Rule.MALFORMED), "/api/scene/addScene"))
                .endsWith("nextTime格式错误");
        assertThat(worded(new Problem.Failure("abc"))).isEqualTo("200 500 服务器内部错误，请稍后重试（abc）");
    }
}
