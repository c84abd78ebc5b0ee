package io.haina.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.access.Access;
import io.haina.access.Actor;
import io.haina.access.AppPolicy;
import io.haina.access.UseCase;
import io.haina.customer.CustomerDraft;
import io.haina.customer.Customers;
import io.haina.problem.Problem;
import io.haina.tenant.AppRight;
import io.haina.testing.HainaServer;
import io.haina.testing.Refusal;
import io.haina.testing.TestCompany;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AppRightsTest {

    private static final HainaServer SERVER = HainaServer.get();
    private static final TestCompany COMPANY = TestCompany.create();

    private static Actor app(Set<AppRight> rights) {
        IssuedSecret issued = SERVER.bean(Apps.class)
                .make(COMPANY.admin().actor(), new AppDraft("权限", rights, null, null, null, null, null));
        return admit(issued).actor();
    }

    private static AppDoor.Admitted admit(IssuedSecret issued) {
        long appid = issued.app().appid();
        long now = SERVER.clock().instant().getEpochSecond();
        String nonce = UUID.randomUUID().toString();
        return SERVER.bean(AppDoor.class)
                .admit(new SignedRequest(
                        appid,
                        now,
                        nonce,
                        Signature.version1(issued.secret(), Long.toString(appid), Long.toString(now), nonce),
                        1,
                        "GET",
                        "/",
                        () -> new byte[0],
                        Optional.empty()));
    }

    @ParameterizedTest
    @EnumSource(UseCase.class)
    void an_app_may_do_what_its_rights_open_and_nothing_else(UseCase useCase) {
        AppRight opener = AppPolicy.opener(useCase);
        for (AppRight right : AppRight.values()) {
            Actor actor = actor(Set.of(right));
            if (right == opener) {
                assertThat(Access.permit(actor, useCase).actor()).isEqualTo(actor);
            } else {
                assertThat(Refusal.of(() -> Access.permit(actor, useCase)))
                        .isEqualTo(new Problem.AppRightRequired(opener));
                assertThat(Refusal.of(() -> Access.scoped(actor, useCase)))
                        .isEqualTo(new Problem.AppRightRequired(opener));
            }
        }
    }

    private static Actor actor(Set<AppRight> rights) {
        Actor admin = COMPANY.admin().actor();
        return new Actor(
                admin.tenant(),
                admin.staffId(),
                admin.uuid(),
                admin.username(),
                admin.name(),
                admin.role(),
                null,
                null,
                0,
                rights);
    }

    @Test
    void an_app_without_the_right_is_refused_by_the_core() {
        Actor reader = app(Set.of(AppRight.READ));
        CustomerDraft draft = new CustomerDraft("应用客户" + COMPANY.number(), null, null, null, null, null, null);
        assertThat(Refusal.of(() -> SERVER.bean(Customers.class).report(reader, draft)))
                .isEqualTo(new Problem.AppRightRequired(AppRight.ADD));
        assertThat(Refusal.of(() -> SERVER.bean(Apps.class).list(reader)))
                .isEqualTo(new Problem.AppRightRequired(null));
        assertThat(reader.isApp()).isTrue();
        assertThat(reader.tenantId()).isEqualTo(COMPANY.tenantId());
    }

    @Test
    void spent_nonces_and_ended_secrets_are_forgotten_when_their_time_is_over_and_not_before() {
        IssuedSecret issued = SERVER.bean(Apps.class).make(COMPANY.admin().actor(), AppDraft.named("清理"));
        long appid = issued.app().appid();
        admit(issued);
        SERVER.bean(Apps.class).rotate(COMPANY.admin().actor(), appid, Duration.ofHours(1));
        AppDoorStore store = SERVER.bean(AppDoorStore.class);
        Instant now = SERVER.clock().instant();
        store.prune(now.plusSeconds(590), 10_000);
        store.pruneSecrets(now.plusSeconds(3_590));
        assertThat(rows("app_nonce", appid)).isEqualTo(1);
        assertThat(rows("app_secret", appid)).isEqualTo(2);
        while (store.prune(now.plusSeconds(610), 1) > 0) {
            // one after the other
        }
        store.pruneSecrets(now.plusSeconds(3_610));
        assertThat(rows("app_nonce", appid)).isZero();
        assertThat(rows("app_secret", appid)).isEqualTo(1);
    }

    private static Integer rows(String table, long appid) {
        return SERVER.jdbc().queryForObject("select count(*) from " + table + " where appid = ?", Integer.class, appid);
    }

    @Test
    void a_secret_that_was_moved_to_another_app_opens_nothing() {
        IssuedSecret one = SERVER.bean(Apps.class).make(COMPANY.admin().actor(), AppDraft.named("甲"));
        IssuedSecret other = SERVER.bean(Apps.class).make(COMPANY.admin().actor(), AppDraft.named("乙"));
        SERVER.jdbc()
                .update(
                        "update app_secret set sealed = (select sealed from app_secret where appid = ?) where appid = ?",
                        one.app().appid(),
                        other.app().appid());
        IssuedSecret moved = new IssuedSecret(other.app(), one.secret(), null);
        assertThat(Refusal.of(() -> admit(moved)))
                .isEqualTo(new Problem.SignatureRefused(Problem.SignatureFault.SIGNATURE));
        admit(one);
    }
}
