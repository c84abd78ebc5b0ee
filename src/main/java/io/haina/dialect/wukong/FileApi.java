package io.haina.dialect.wukong;

import io.haina.access.Actor;
import io.haina.attachment.Attachment;
import io.haina.attachment.Attachments;
import io.haina.attachment.Attachments.Filed;
import io.haina.attachment.Attachments.Holder;
import io.haina.dialect.Downloads;
import io.haina.dialect.Sent;
import io.haina.dialect.wukong.FileWire.FileAsked;
import io.haina.dialect.wukong.FileWire.FileShown;
import io.haina.dialect.wukong.WukongWire.Done;
import io.haina.dialect.wukong.WukongWire.Found;
import io.haina.field.RecordKind;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The files of records. The document prints a record's {@code batchId} and leaves the doors out that clients use it at. */
@RestController
@Tag(name = "file", description = "附件")
class FileApi {

    private static final String FILE = "file";
    private static final Pattern BATCH = Pattern.compile("[0-9a-fA-F]{32}");

    private final Attachments attachments;

    FileApi(Attachments attachments) {
        this.attachments = attachments;
    }

    @RequestMapping("/api/file/upload")
    @Operation(summary = "上传附件,表单字段 file 与 batchId")
    Found<FileShown> upload(
            Actor actor,
            @Sent FileAsked asked,
            @RequestParam(name = FILE, required = false) @Nullable MultipartFile file)
            throws IOException {
        Holder holder = attachments.holder(actor, record(asked));
        if (file == null) {
            throw Refused.invalid(FILE, Rule.REQUIRED);
        }
        try (InputStream content = file.getInputStream()) {
            Attachment made =
                    attachments.add(actor, holder.kind(), holder.record(), file.getOriginalFilename(), content);
            return new Found<>(
                    FileShown.of(holder.record(), made, actor.tenant().zone()));
        }
    }

    @RequestMapping("/api/file/queryFileList")
    @Operation(summary = "附件列表,按 batchId")
    Found<List<FileShown>> list(Actor actor, @Sent FileAsked asked) {
        return list(actor, attachments.holder(actor, record(asked)));
    }

    @RequestMapping("/api/CrmLeads/queryFileList")
    @Operation(summary = "线索附件")
    Found<List<FileShown>> ofLead(Actor actor, @Sent FileAsked asked) {
        return list(actor, RecordKind.LEAD, asked.leadsId());
    }

    @RequestMapping("/api/CrmCustomer/queryFileList")
    @Operation(summary = "客户附件")
    Found<List<FileShown>> ofCustomer(Actor actor, @Sent FileAsked asked) {
        return list(actor, RecordKind.CUSTOMER, asked.customerId());
    }

    @RequestMapping("/api/CrmContacts/queryFileList")
    @Operation(summary = "联系人附件")
    Found<List<FileShown>> ofContact(Actor actor, @Sent FileAsked asked) {
        return list(actor, RecordKind.CONTACT, asked.contactsId());
    }

    @RequestMapping("/api/CrmBusiness/queryFileList")
    @Operation(summary = "商机附件")
    Found<List<FileShown>> ofBusiness(Actor actor, @Sent FileAsked asked) {
        return list(actor, RecordKind.OPPORTUNITY, asked.businessId());
    }

    @RequestMapping("/api/file/removeById")
    @Operation(summary = "删除附件")
    Done delete(Actor actor, @Sent FileAsked asked) {
        Filed filed = filed(actor, asked);
        attachments.delete(
                actor, filed.kind(), filed.record(), filed.attachment().uuid());
        return new Done();
    }

    @RequestMapping("/api/file/download")
    @Operation(summary = "下载附件")
    ResponseEntity<Resource> download(Actor actor, @Sent FileAsked asked) {
        Filed filed = filed(actor, asked);
        return Downloads.of(attachments.open(
                actor, filed.kind(), filed.record(), filed.attachment().uuid()));
    }

    private Filed filed(Actor actor, FileAsked asked) {
        return attachments.file(actor, WukongFilters.required("fileId", asked.fileId()));
    }

    private Found<List<FileShown>> list(Actor actor, RecordKind kind, @Nullable Long id) {
        return list(actor, attachments.holder(actor, kind, WukongFilters.required(RecordNames.id(kind), id)));
    }

    private Found<List<FileShown>> list(Actor actor, Holder holder) {
        var zone = actor.tenant().zone();
        return new Found<>(attachments.of(actor, holder.kind(), holder.record()).stream()
                .map(each -> FileShown.of(holder.record(), each, zone))
                .toList());
    }

    /** A batch is a record's UUID without its dashes. */
    private static UUID record(FileAsked asked) {
        String batch = WukongFilters.required("batchId", asked.batchId());
        if (!BATCH.matcher(batch).matches()) {
            throw Refused.invalid("batchId", Rule.WRONG_TYPE);
        }
        return new UUID(Long.parseUnsignedLong(batch, 0, 16, 16), Long.parseUnsignedLong(batch, 16, 32, 16));
    }
}
