package io.haina.dialect.registration;

import io.haina.access.Actor;
import io.haina.attachment.Attachment;
import io.haina.attachment.Attachments;
import io.haina.dialect.Downloads;
import io.haina.dialect.Inputs;
import io.haina.dialect.registration.CustomersWire.AttachmentRow;
import io.haina.dialect.registration.RegistrationWire.Done;
import io.haina.field.RecordKind;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The files of a customer, which document 000 shows in the detail and leaves out elsewhere. */
@RestController
@RequestMapping("/api/customers/{id}/attachments")
@Tag(name = "attachments", description = "客户附件")
class AttachmentsApi {

    private final Attachments attachments;

    AttachmentsApi(Attachments attachments) {
        this.attachments = attachments;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "上传附件,表单字段 file")
    Done<AttachmentRow> upload(Actor actor, @PathVariable String id, @RequestParam MultipartFile file)
            throws IOException {
        UUID customer = Inputs.uuid("id", id);
        String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        try (InputStream content = file.getInputStream()) {
            Attachment made = attachments.add(actor, RecordKind.CUSTOMER, customer, name, content);
            return new Done<>(
                    "附件上传成功", AttachmentRow.of(customer, made, actor.tenant().zone()));
        }
    }

    @GetMapping("/{attachment}")
    @Operation(summary = "下载附件")
    ResponseEntity<Resource> download(Actor actor, @PathVariable String id, @PathVariable String attachment) {
        return Downloads.of(attachments.open(
                actor, RecordKind.CUSTOMER, Inputs.uuid("id", id), Inputs.uuid("attachment", attachment)));
    }
}
