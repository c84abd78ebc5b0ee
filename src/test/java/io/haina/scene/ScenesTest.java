package io.haina.scene;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.access.Actor;
import io.haina.catalog.CustomFieldDraft;
import io.haina.catalog.CustomFields;
import io.haina.customer.CustomerRecords;
import io.haina.field.FieldRules;
import io.haina.field.FieldType;
import io.haina.field.RecordKind;
import io.haina.filter.Filter;
import io.haina.filter.Operator;
import io.haina.filter.Page;
import io.haina.lead.Leads;
import io.haina.problem.Problem;
import io.haina.problem.Problem.Kind;
import io.haina.record.Order;
import io.haina.sharing.Members;
import io.haina.sharing.Power;
import io.haina.tenant.Role;
import io.haina.testing.HainaServer;
import io.haina.testing.Race;
import io.haina.testing.Refusal;
import io.haina.testing.TestCompany;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScenesTest {

    private static final Page FIRST = new Page(1, 100);
    private static final RecordKind LEAD = RecordKind.LEAD;

    private final HainaServer server = HainaServer.get();
    private final Scenes scenes = server.bean(Scenes.class);
    private final Leads leads = server.bean(Leads.class);
    private final TestCompany company = TestCompany.create();
    private final Actor sales = company.sales().actor();
    private final Actor manager = company.eastManager().actor();

    private static SceneDraft draft(String name, boolean isDefault, Condition... conditions) {
        return new SceneDraft(name, List.of(conditions), "{\"as\":\"sent\"}", isDefault);
    }

    private static Condition named(String part) {
        return new Condition("name", Operator.CONTAINS, List.of(part));
    }

    private long system(Actor actor, RecordKind kind, SystemScene system) {
        return scenes.of(actor, kind).stream()
                .filter(scene -> scene.system() == system)
                .findFirst()
                .orElseThrow()
                .id();
    }

    private List<String> found(Actor actor, long scene) {
        return leads.list(actor, scenes.filter(actor, LEAD, scene), FIRST, new Order("name", true)).rows().stream()
                .map(row -> row.text("name"))
                .toList();
    }

    @Test
    void the_programs_scenes_show_all_mine_others_and_converted_leads() {
        leads.add(sales, Map.of("name", "一"));
        leads.add(manager, Map.of("name", "二"));
        long converted = leads.add(sales, Map.of("name", "三"));
        leads.convert(sales, List.of(converted));
        assertThat(found(manager, system(manager, LEAD, SystemScene.ALL))).containsExactly("一", "二");
        assertThat(found(manager, system(manager, LEAD, SystemScene.MINE))).containsExactly("二");
        assertThat(found(manager, system(manager, LEAD, SystemScene.SUBORDINATES)))
                .containsExactly("一", "三");
        assertThat(found(manager, system(manager, LEAD, SystemScene.CONVERTED))).containsExactly("三");
        assertThat(found(sales, system(sales, LEAD, SystemScene.SUBORDINATES))).isEmpty();
    }

    @Test
    void the_shared_scene_shows_what_one_is_a_member_of() {
        CustomerRecords customers = server.bean(CustomerRecords.class);
        long customer = customers.add(sales, Map.of("name", "共享客户"));
        Actor member = company.south().getFirst().actor();
        customers.add(member, Map.of("name", "自己客户"));
        server.bean(Members.class)
                .add(sales, RecordKind.CUSTOMER, List.of(customer), List.of(member.staffId()), Power.READ);
        Filter shared =
                scenes.filter(member, RecordKind.CUSTOMER, system(member, RecordKind.CUSTOMER, SystemScene.SHARED));
        assertThat(customers.list(member, shared, FIRST, Order.NEWEST).rows())
                .extracting(row -> row.id())
                .containsExactly(customer);
    }

    @Test
    void an_own_scene_finds_what_its_conditions_say_for_its_owner_alone() {
        leads.add(sales, Map.of("name", "北京甲"));
        leads.add(sales, Map.of("name", "上海乙"));
        long id = scenes.add(sales, LEAD, draft("北京的", false, named("北京")));
        assertThat(found(sales, id)).containsExactly("北京甲");
        scenes.change(sales, id, draft("上海的", false, named("上海")));
        assertThat(found(sales, id)).containsExactly("上海乙");
        Scene scene = scenes.get(sales, LEAD, id);
        assertThat(scene.name()).isEqualTo("上海的");
        assertThat(scene.source()).isEqualTo("{\"as\":\"sent\"}");
        assertThat(scene.conditions()).containsExactly(named("上海"));
        for (Actor other : List.of(manager, company.admin().actor())) {
            assertThat(Refusal.of(() -> scenes.filter(other, LEAD, id))).isEqualTo(new Problem.NotFound(Kind.SCENE));
            assertThat(Refusal.of(() -> scenes.change(other, id, draft("x", false))))
                    .isEqualTo(new Problem.NotFound(Kind.SCENE));
            assertThat(Refusal.of(() -> scenes.delete(other, id))).isEqualTo(new Problem.NotFound(Kind.SCENE));
            assertThat(Refusal.of(() -> scenes.setDefault(other, id))).isEqualTo(new Problem.NotFound(Kind.SCENE));
        }
        scenes.delete(sales, id);
        assertThat(Refusal.of(() -> scenes.get(sales, LEAD, id))).isEqualTo(new Problem.NotFound(Kind.SCENE));
    }

    @Test
    void conditions_that_fit_no_field_are_not_kept() {
        for (Condition bad : List.of(
                new Condition("password_hash", Operator.IS, List.of("x")),
                new Condition("name\"; drop table lead", Operator.IS, List.of("x")),
                new Condition("nextContactAt", Operator.CONTAINS, List.of("x")))) {
            assertThat(Refusal.of(() -> scenes.add(sales, LEAD, draft("坏", false, bad))))
                    .isInstanceOf(Problem.Invalid.class);
        }
        assertThat(Refusal.of(() -> scenes.add(sales, LEAD, draft(" ", false)))).isInstanceOf(Problem.Invalid.class);
    }

    @Test
    void a_scene_on_a_field_that_was_hidden_or_deleted_since_is_broken_and_finds_nothing() {
        CustomFields fields = server.bean(CustomFields.class);
        Actor admin = company.admin().actor();
        CustomFieldDraft open = new CustomFieldDraft(LEAD, "成本", FieldType.MONEY, 0, FieldRules.NONE);
        long field = fields.add(admin, open);
        Actor before = company.again(company.sales()).actor();
        long id = scenes.add(
                before, LEAD, draft("贵的", false, new Condition("f" + field, Operator.GREATER, List.of("5"))));
        assertThat(scenes.get(before, LEAD, id).broken()).isFalse();
        FieldRules hidden = new FieldRules(false, false, false, List.of(), null, null, 0, Set.of(Role.SALES), Set.of());
        fields.change(admin, field, new CustomFieldDraft(LEAD, "成本", FieldType.MONEY, 0, hidden), false);
        Actor after = company.again(company.sales()).actor();
        assertThat(scenes.get(after, LEAD, id).broken()).isTrue();
        assertThat(Refusal.of(() -> scenes.filter(after, LEAD, id)))
                .isEqualTo(new Problem.Invalid("f" + field, Problem.Rule.UNKNOWN));
        fields.change(company.again(company.admin()).actor(), field, open, false);
        fields.delete(company.again(company.admin()).actor(), LEAD, field, false);
        assertThat(scenes.get(company.again(company.sales()).actor(), LEAD, id).broken())
                .isTrue();
    }

    @Test
    void one_scene_is_the_default_however_many_ask_at_once() {
        long one = scenes.add(sales, LEAD, draft("一", true));
        long two = scenes.add(sales, LEAD, draft("二", true));
        assertThat(defaults()).containsExactly(two);
        for (int round = 0; round < 10; round++) {
            Race.of(4, n -> () -> {
                scenes.setDefault(sales, n % 2 == 0 ? one : two);
                return n;
            });
            assertThat(defaults()).hasSize(1);
        }
        long all = system(sales, LEAD, SystemScene.ALL);
        scenes.setDefault(sales, LEAD, all);
        assertThat(defaults()).containsExactly(all);
        scenes.change(sales, two, draft("二", true));
        scenes.change(sales, two, draft("二", false));
        assertThat(defaults()).isEmpty();
    }

    private List<Long> defaults() {
        return scenes.of(sales, LEAD).stream()
                .filter(Scene::isDefault)
                .map(Scene::id)
                .toList();
    }

    @Test
    void everybody_orders_and_hides_for_oneself_and_the_programs_scenes_stay() {
        long one = scenes.add(sales, LEAD, draft("一", true));
        long two = scenes.add(sales, LEAD, draft("二", false));
        long all = system(sales, LEAD, SystemScene.ALL);
        scenes.arrange(sales, LEAD, List.of(two, all), List.of(one));
        List<Scene> arranged = scenes.of(sales, LEAD);
        assertThat(arranged.subList(0, 3)).extracting(Scene::id).containsExactly(two, all, one);
        assertThat(arranged.get(2).hidden()).isTrue();
        assertThat(defaults()).isEmpty();
        assertThat(scenes.of(manager, LEAD).getFirst().system()).isEqualTo(SystemScene.ALL);
        scenes.setDefault(sales, one);
        assertThat(scenes.get(sales, LEAD, one).hidden()).isFalse();
        assertThat(Refusal.of(() -> scenes.arrange(sales, LEAD, List.of(one), List.of(all))))
                .isEqualTo(new Problem.SceneOfSystem());
        assertThat(Refusal.of(() -> scenes.delete(sales, all))).isEqualTo(new Problem.SceneOfSystem());
        assertThat(Refusal.of(() -> scenes.change(sales, all, draft("x", false))))
                .isEqualTo(new Problem.SceneOfSystem());
        assertThat(Refusal.of(() -> scenes.arrange(sales, LEAD, List.of(one, one), List.of())))
                .isInstanceOf(Problem.Invalid.class);
        assertThat(Refusal.of(() -> scenes.arrange(manager, LEAD, List.of(one), List.of())))
                .isEqualTo(new Problem.NotFound(Kind.SCENE));
    }
}
