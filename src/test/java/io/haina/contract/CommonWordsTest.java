package io.haina.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.customer.CustomerDraft;
import io.haina.customer.Customers;
import io.haina.testing.Answer;
import io.haina.testing.HainaServer;
import io.haina.testing.TestCompany;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Searches for a word that one in four customers has: it is met among the first rows, and who sees few is told how many have it. */
class CommonWordsTest {

    private static final HainaServer SERVER = HainaServer.get();
    private static final TestCompany COMPANY = TestCompany.create();
    private static final String WORDS = "/api/customers?limit=10&keyword=" + V1.encoded("科技");

    /** Somebody who holds so many customers, of which one in four is a 科技 company, all reported at different times. */
    private static TestCompany.Person holder(TestCompany.Person person, int customers) {
        for (String trade : List.of("科技", "贸易")) {
            UUID model = SERVER.bean(Customers.class)
                    .report(
                            person.actor(),
                            new CustomerDraft("海" + customers + trade, null, null, null, null, null, null))
                    .uuid();
            int copies = (trade.equals("科技") ? customers / 4 : customers - customers / 4) - 1;
            SERVER.jdbc().update("""
                    insert into customer (tenant_id, uuid, name, name_key, owner_id, team_id, protected_until, reported_by,
                        reported_at, reported_on, updated_at)
                    select tenant_id, gen_random_uuid(), name || n, name_key || n, owner_id, team_id, protected_until + interval '100 years',
                        reported_by, reported_at - n * interval '1 minute' * ?, reported_on, updated_at - n * interval '1 minute' * ?
                    from customer, generate_series(1, ?) n where uuid = ?""", trade.equals("科技") ? 3 : 1, trade.equals("科技") ? 3 : 1, copies, model);
            SERVER.jdbc().update("""
                    insert into customer_search (tenant_id, customer_id, text, core_name, grams, near)
                    select c.tenant_id, c.id, s.text, s.core_name, s.grams, s.near
                    from customer m join customer_search s on s.tenant_id = m.tenant_id and s.customer_id = m.id
                        join customer c on c.tenant_id = m.tenant_id and c.owner_id = m.owner_id and c.id <> m.id
                            and starts_with(c.name, m.name)
                    where m.uuid = ?""", model);
        }
        return person;
    }

    @Test
    void who_sees_few_is_told_how_many_have_a_word() {
        TestCompany.Person few = holder(COMPANY.east().getFirst(), 360);

        Answer first = few.http().get(WORDS);

        assertThat(first.at("/data/pagination/total").asLong()).isEqualTo(90);
        assertThat(first.at("/data/pagination/total_exact").isMissingNode()).isTrue();
        assertThat(names(few, 9)).hasSize(90).doesNotHaveDuplicates().allMatch(name -> name.contains("科技"));
    }

    @Test
    void who_sees_many_finds_the_newest_at_once_and_goes_on_from_page_to_page() {
        TestCompany.Person many = holder(COMPANY.east().get(1), 2_400);

        Answer first = many.http().get(WORDS);

        assertThat(first.at("/data/pagination/total").asLong()).isBetween(20L, 600L);
        assertThat(first.at("/data/pagination/total_exact").asBoolean(true)).isFalse();
        assertThat(first.at("/data/customers/0/customer_name").asString()).isEqualTo("海2400科技");
        assertThat(names(many, 60)).hasSize(600).doesNotHaveDuplicates().allMatch(name -> name.contains("科技"));
        Answer last = many.http().get(WORDS + "&page=60");
        assertThat(last.at("/data/pagination/total").asLong()).isEqualTo(600);
        assertThat(many.http().get(WORDS + "&page=61").at("/data/customers")).isEmpty();
    }

    private static List<String> names(TestCompany.Person person, int pages) {
        List<String> names = new ArrayList<>();
        for (int page = 1; page <= pages; page++) {
            Answer answer = person.http().get(WORDS + "&page=" + page);
            assertThat(answer.at("/data/pagination/total").asLong()).isGreaterThan(10L * (page - 1));
            answer.at("/data/customers")
                    .forEach(row -> names.add(row.path("customer_name").asString()));
        }
        return names;
    }
}
