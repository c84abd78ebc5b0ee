package io.haina.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haina.access.Actor;
import io.haina.contact.Contacts;
import io.haina.database.Ids;
import io.haina.field.RecordKind;
import io.haina.lead.Leads;
import io.haina.problem.Problem;
import io.haina.problem.Problem.Kind;
import io.haina.problem.Problem.NotFound;
import io.haina.problem.Problem.Rule;
import io.haina.testing.HainaServer;
import io.haina.testing.Refusal;
import io.haina.testing.TestCompany;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AttachmentsTest {

    private static final long MAXIMUM = 20L << 20;

    private final HainaServer server = HainaServer.get();
    private final TestCompany company = TestCompany.create();
    private final Attachments attachments = server.bean(Attachments.class);
    private final Actor owner = company.sales().actor();
    private final UUID customer = customerOf(owner);

    @AfterEach
    void realTime() {
        server.clock().reset();
    }

    private UUID customerOf(@Nullable Actor holder) {
        UUID uuid = Ids.uuid();
        Long id = holder == null ? null : holder.staffId();
        server.jdbc()
                .update(
                        """
                        insert into customer (tenant_id, uuid, name, name_key, owner_id, team_id, protected_until,
                            pooled_at, pool_id, reported_by, reported_at, reported_on, updated_at)
                        select ?, ?, ?, ?, o.id, ?, case when o.id is not null then now() + interval '30 days' end,
                            case when o.id is null then now() end, case when o.id is null then (select p.id from pool p
                            where p.tenant_id = ? and p.is_default) end, ?, now(), current_date, now()
                        from (select ?::bigint as id) o""",
                        company.tenantId(),
                        uuid,
                        "客户" + uuid,
                        uuid.toString(),
                        holder == null ? null : holder.teamId(),
                        company.tenantId(),
                        owner.staffId(),
                        id);
        return uuid;
    }

    private static InputStream stream(byte[] content) {
        return new ByteArrayInputStream(content);
    }

    private Problem refused(Actor actor, UUID to, @Nullable String name, byte[] content) {
        return Refusal.of(() -> attachments.add(actor, RecordKind.CUSTOMER, to, name, stream(content)));
    }

    private List<Path> filesOfTenant() {
        Path folder = server.home().resolve("files/" + company.tenantId());
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_file_comes_back_as_it_was_sent() throws IOException {
        Attachment added = attachments.add(owner, RecordKind.CUSTOMER, customer, "方案.pdf", stream(Samples.pdf()));
        assertThat(added.mediaType()).isEqualTo("application/pdf");
        assertThat(added.fileName()).isEqualTo("方案.pdf");
        assertThat(added.bytes()).isEqualTo(Samples.pdf().length);
        assertThat(added.uploadedByName()).isEqualTo(owner.name());
        assertThat(attachments.of(owner, RecordKind.CUSTOMER, customer)).containsExactly(added);
        Attachments.Download download = attachments.open(owner, RecordKind.CUSTOMER, customer, added.uuid());
        assertThat(download.attachment()).isEqualTo(added);
        assertThat(download.file()).hasBinaryContent(Samples.pdf());
        assertThat(download.file().toString()).doesNotContain("方案");
        assertThat(Files.getPosixFilePermissions(download.file())).hasSize(2);
    }

    @Test
    void a_customer_in_a_pool_takes_no_file_before_it_is_claimed() {
        UUID pooled = customerOf(null);
        for (Actor actor : new Actor[] {owner, company.admin().actor()}) {
            assertThat(refused(actor, pooled, "方案.pdf", Samples.pdf())).isEqualTo(new Problem.InPool());
        }
        assertThat(refused(TestCompany.create().admin().actor(), pooled, "方案.pdf", Samples.pdf()))
                .isEqualTo(new Problem.NotFound(Problem.Kind.CUSTOMER));
        assertThat(filesOfTenant()).isEmpty();
    }

    @Test
    void the_newest_file_comes_first_and_none_is_an_empty_list() {
        assertThat(attachments.of(owner, RecordKind.CUSTOMER, customer)).isEmpty();
        UUID first = attachments
                .add(owner, RecordKind.CUSTOMER, customer, "1.png", stream(Samples.png()))
                .uuid();
        UUID second = attachments
                .add(owner, RecordKind.CUSTOMER, customer, "2.png", stream(Samples.png()))
                .uuid();
        assertThat(attachments.of(owner, RecordKind.CUSTOMER, customer))
                .extracting(Attachment::uuid)
                .containsExactly(second, first);
    }

    @Test
    void adding_is_audited_and_told() {
        server.bean("eventDispatch", io.haina.database.Recurring.class).stop();
        try {
            Attachment added = attachments.add(owner, RecordKind.CUSTOMER, customer, "1.png", stream(Samples.png()));
            assertThat(server.jdbc()
                            .queryForList(
                                    "select after ->> 'fileName' from audit where tenant_id = ? and kind = 'attachment'"
                                            + " and record_id = ? and actor_id = ?",
                                    String.class,
                                    company.tenantId(),
                                    added.id(),
                                    owner.staffId()))
                    .containsExactly("1.png");
            assertThat(server.jdbc()
                            .queryForList(
                                    "select payload ->> 'uuid' from outbox where tenant_id = ? and type = 'attachment.added'",
                                    String.class,
                                    company.tenantId()))
                    .containsExactly(added.uuid().toString());
        } finally {
            server.bean("eventDispatch", io.haina.database.Recurring.class).start();
        }
    }

    @Test
    void only_who_holds_the_customer_adds() {
        UUID pooled = customerOf(null);
        Actor stranger = TestCompany.create().admin().actor();
        Actor colleague = company.east().get(1).actor();
        for (Actor actor : List.of(colleague, company.southManager().actor(), stranger)) {
            assertThat(refused(actor, customer, "a.png", Samples.png())).isEqualTo(new NotFound(Kind.CUSTOMER));
        }
        assertThat(refused(owner, pooled, "a.png", Samples.png())).isEqualTo(new Problem.InPool());
        assertThat(refused(owner, UUID.randomUUID(), "a.png", Samples.png())).isEqualTo(new NotFound(Kind.CUSTOMER));
        assertThat(filesOfTenant()).isEmpty();
        attachments.add(company.eastManager().actor(), RecordKind.CUSTOMER, customer, "a.png", stream(Samples.png()));
        attachments.add(company.admin().actor(), RecordKind.CUSTOMER, customer, "b.png", stream(Samples.png()));
        assertThat(attachments.of(owner, RecordKind.CUSTOMER, customer)).hasSize(2);
    }

    @Test
    void only_who_sees_the_customer_reads() {
        UUID file = attachments
                .add(owner, RecordKind.CUSTOMER, customer, "a.png", stream(Samples.png()))
                .uuid();
        Actor colleague = company.east().get(1).actor();
        Actor stranger = TestCompany.create().admin().actor();
        for (Actor actor : List.of(colleague, company.southManager().actor(), stranger)) {
            assertThat(Refusal.of(() -> attachments.of(actor, RecordKind.CUSTOMER, customer)))
                    .isEqualTo(new NotFound(Kind.CUSTOMER));
            assertThat(Refusal.of(() -> attachments.open(actor, RecordKind.CUSTOMER, customer, file)))
                    .isEqualTo(new NotFound(Kind.ATTACHMENT));
        }
        attachments.open(company.eastManager().actor(), RecordKind.CUSTOMER, customer, file);
        UUID mine = customerOf(colleague);
        assertThat(Refusal.of(() -> attachments.open(colleague, RecordKind.CUSTOMER, mine, file)))
                .isEqualTo(new NotFound(Kind.ATTACHMENT));
        server.jdbc()
                .update(
                        "update customer c set owner_id = null, team_id = null, protected_until = null, pooled_at = now(),"
                                + " pool_id = p.id from pool p where p.tenant_id = c.tenant_id and p.is_default"
                                + " and c.tenant_id = ? and c.uuid = ?",
                        company.tenantId(),
                        customer);
        assertThat(attachments.of(colleague, RecordKind.CUSTOMER, customer)).hasSize(1);
        assertThat(refused(owner, customer, "a.png", Samples.png())).isEqualTo(new Problem.InPool());
    }

    @Test
    void a_customer_given_up_while_the_file_came_gets_none() {
        InputStream slow = new InputStream() {
            private final InputStream content = stream(Samples.png());

            @Override
            public int read() throws IOException {
                server.jdbc()
                        .update(
                                "update customer c set owner_id = null, team_id = null, protected_until = null,"
                                        + " pooled_at = now(), pool_id = p.id from pool p"
                                        + " where p.tenant_id = c.tenant_id and p.is_default and c.tenant_id = ?"
                                        + " and c.uuid = ?",
                                company.tenantId(),
                                customer);
                return content.read();
            }
        };
        assertThat(Refusal.of(() -> attachments.add(owner, RecordKind.CUSTOMER, customer, "a.png", slow)))
                .isEqualTo(new Problem.InPool());
        assertThat(filesOfTenant()).isEmpty();
    }

    @Test
    void a_file_may_be_as_large_as_the_limit_and_no_byte_larger() {
        byte[] content = new byte[(int) MAXIMUM + 1];
        java.util.Arrays.fill(content, (byte) 'x');
        assertThat(refused(owner, customer, "a.txt", content)).isEqualTo(new Problem.TooLarge(MAXIMUM));
        assertThat(filesOfTenant()).isEmpty();
        byte[] largest = java.util.Arrays.copyOf(content, (int) MAXIMUM);
        assertThat(attachments
                        .add(owner, RecordKind.CUSTOMER, customer, "a.txt", stream(largest))
                        .bytes())
                .isEqualTo(MAXIMUM);
    }

    @Test
    void no_more_is_read_than_the_limit() {
        long[] read = {0};
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                read[0]++;
                return 'x';
            }
        };
        assertThat(Refusal.of(() -> attachments.add(owner, RecordKind.CUSTOMER, customer, "a.txt", endless)))
                .isEqualTo(new Problem.TooLarge(MAXIMUM));
        assertThat(read[0]).isLessThan(MAXIMUM + (1 << 17));
    }

    @Test
    void a_sender_that_stops_leaves_nothing() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }
        };
        assertThatThrownBy(() -> attachments.add(owner, RecordKind.CUSTOMER, customer, "a.txt", broken))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(filesOfTenant()).isEmpty();
        assertThat(attachments.of(owner, RecordKind.CUSTOMER, customer)).isEmpty();
    }

    @Test
    void what_is_refused_leaves_nothing() {
        assertThat(refused(owner, customer, "page.pdf", Samples.text("<html></html>")))
                .isEqualTo(new Problem.FileTypeRefused());
        assertThat(refused(owner, customer, "a.txt", new byte[0]))
                .isEqualTo(new Problem.Invalid("file", Rule.REQUIRED));
        assertThat(filesOfTenant()).isEmpty();
        assertThat(attachments.of(owner, RecordKind.CUSTOMER, customer)).isEmpty();
    }

    @Test
    void names_with_paths_lose_them_and_never_reach_the_disk() {
        for (String name : List.of(
                "../../../etc/passwd.txt",
                "..\\..\\windows\\passwd.txt",
                "/etc/passwd.txt",
                "C:\\passwd.txt",
                "a\r\nb/pass\0w\u202Ed\n.txt",
                "\u202Epasswd.txt")) {
            Attachment added =
                    attachments.add(owner, RecordKind.CUSTOMER, customer, name, stream(Samples.text("text")));
            assertThat(added.fileName()).isEqualTo("passwd.txt");
        }
        Path folder = server.home().resolve("files/" + company.tenantId());
        assertThat(filesOfTenant()).hasSize(6).allSatisfy(file -> {
            assertThat(file).startsWith(folder);
            UUID.fromString(file.getFileName().toString());
        });
    }

    @Test
    void a_name_is_required_and_limited() {
        for (String name : new String[] {null, "", "  ", ".", "..", "a/", "\0"}) {
            assertThat(refused(owner, customer, name, Samples.png()))
                    .isEqualTo(new Problem.Invalid("fileName", Rule.REQUIRED));
        }
        assertThat(refused(owner, customer, "长".repeat(256), Samples.png()))
                .isEqualTo(new Problem.Invalid("fileName", Rule.TOO_LONG, 255));
        assertThat(attachments
                        .add(owner, RecordKind.CUSTOMER, customer, "长".repeat(255), stream(Samples.png()))
                        .fileName())
                .hasSize(255);
    }

    @Test
    void a_file_without_a_record_goes_after_a_day_and_one_with_a_record_stays() throws IOException {
        Attachment kept = attachments.add(owner, RecordKind.CUSTOMER, customer, "a.png", stream(Samples.png()));
        FileStore files = server.bean(FileStore.class);
        UUID lost = Ids.uuid();
        try (FileStore.Draft draft = files.receive(company.tenantId(), lost, stream(Samples.png()))) {
            draft.keep();
        }
        Path part = Files.createTempFile(files.path(company.tenantId(), lost).getParent(), "x", ".part");
        FileSweep sweep = server.bean(FileSweep.class);
        sweep.sweep();
        assertThat(filesOfTenant()).hasSize(3).contains(part);
        server.clock().advance(Duration.ofDays(2));
        assertThat(sweep.sweep()).isGreaterThanOrEqualTo(2);
        assertThat(filesOfTenant()).containsExactly(files.path(company.tenantId(), kept.uuid()));
    }

    @Test
    void every_kind_of_record_that_is_followed_up_has_files_and_only_who_sees_it_sees_them() {
        long lead = server.bean(Leads.class).add(owner, Map.of("name", "有附件的线索"));
        long contact = server.bean(Contacts.class).add(owner, Map.of("name", "联系人", "customerId", idOf(customer)));
        for (var of : List.of(
                attachments.holder(owner, RecordKind.LEAD, lead),
                attachments.holder(owner, RecordKind.CONTACT, contact))) {
            Attachment added = attachments.add(owner, of.kind(), of.record(), "a.png", stream(Samples.png()));
            assertThat(attachments.of(owner, of.kind(), of.record())).containsExactly(added);
            assertThat(attachments.holder(owner, of.record())).isEqualTo(of);
            assertThat(attachments.file(owner, added.id()).attachment()).isEqualTo(added);
            Actor stranger = company.south().getFirst().actor();
            assertThat(Refusal.of(() -> attachments.of(stranger, of.kind(), of.record())))
                    .isInstanceOf(NotFound.class);
            assertThat(Refusal.of(() -> attachments.file(stranger, added.id())))
                    .isEqualTo(new NotFound(Kind.ATTACHMENT));
            assertThat(Refusal.of(() -> attachments.holder(stranger, of.record())))
                    .isInstanceOf(NotFound.class);
            assertThat(Refusal.of(() -> attachments.delete(stranger, of.kind(), of.record(), added.uuid())))
                    .isEqualTo(new NotFound(Kind.ATTACHMENT));
            attachments.delete(owner, of.kind(), of.record(), added.uuid());
            assertThat(attachments.of(owner, of.kind(), of.record())).isEmpty();
            assertThat(Refusal.of(() -> attachments.delete(owner, of.kind(), of.record(), added.uuid())))
                    .isEqualTo(new NotFound(Kind.ATTACHMENT));
        }
    }

    @Test
    void the_files_of_a_lead_go_along_to_the_customer_it_becomes() {
        Leads leads = server.bean(Leads.class);
        long lead = leads.add(owner, Map.of("name", "带附件转化的线索"));
        var of = attachments.holder(owner, RecordKind.LEAD, lead);
        Attachment added = attachments.add(owner, of.kind(), of.record(), "a.png", stream(Samples.png()));
        leads.convert(owner, List.of(lead));
        long made = leads.get(owner, lead).whole("customerId");
        var grown = attachments.holder(owner, RecordKind.CUSTOMER, made);
        assertThat(attachments.of(owner, grown.kind(), grown.record())).containsExactly(added);
        assertThat(attachments
                        .open(owner, grown.kind(), grown.record(), added.uuid())
                        .file())
                .hasBinaryContent(Samples.png());
    }

    private long idOf(UUID record) {
        return server.jdbc().queryForObject("select id from customer where uuid = ?", Long.class, record);
    }
}
