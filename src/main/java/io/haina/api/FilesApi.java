package io.haina.api;

import io.haina.access.Actor;
import io.haina.api.ApiWire.Items;
import io.haina.api.FilesWire.File;
import io.haina.attachment.Attachments;
import io.haina.attachment.Attachments.Filed;
import io.haina.attachment.Attachments.Holder;
import io.haina.dialect.Downloads;
import io.haina.field.RecordKind;
import io.haina.idempotency.Idempotency.Codec;
import io.haina.idempotency.Once;
import io.haina.problem.Problem;
import io.haina.problem.Refused;
import io.haina.record.RecordProblems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The files of leads, customers, contacts and opportunities. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "files", description = "Files of records")
class FilesApi {

    private static final String FILE = "file";

    private static final Codec<File> SENT = JsonNames.answers(File.class);

    private final Attachments attachments;

    FilesApi(Attachments attachments) {
        this.attachments = attachments;
    }

    @GetMapping("/{kind}/{id}/attachments")
    @Operation(summary = "The files of a record, the newest first")
    Items<File> list(Actor actor, @PathVariable String kind, @PathVariable String id) {
        Holder holder = holder(actor, kind, id);
        return new Items<>(attachments.of(actor, holder.kind(), holder.record()).stream()
                .map(File::of)
                .toList());
    }

    @PostMapping(path = "/{kind}/{id}/attachments", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "Add a file to a record")
    @ApiResponse(responseCode = "201")
    ResponseEntity<File> add(
            Actor actor,
            @PathVariable String kind,
            @PathVariable String id,
            @RequestParam(name = FILE, required = false) @Nullable MultipartFile file,
            Once once)
            throws IOException {
        Holder holder = holder(actor, kind, id);
        MultipartFile sent = ApiNames.required(FILE, file);
        try (InputStream content = sent.getInputStream()) {
            return made(once.of(
                    ImportNames.digest(sent),
                    SENT,
                    () -> File.of(attachments.add(
                            actor, holder.kind(), holder.record(), sent.getOriginalFilename(), content))));
        }
    }

    @PostMapping(path = "/attachments", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "Send a file that a field of a record is about to name; without one it goes after a day")
    @ApiResponse(responseCode = "201")
    ResponseEntity<File> send(
            Actor actor, @RequestParam(name = FILE, required = false) @Nullable MultipartFile file, Once once)
            throws IOException {
        MultipartFile sent = ApiNames.required(FILE, file);
        try (InputStream content = sent.getInputStream()) {
            return made(once.of(
                    ImportNames.digest(sent),
                    SENT,
                    () -> File.of(attachments.add(actor, sent.getOriginalFilename(), content))));
        }
    }

    private static ResponseEntity<File> made(File made) {
        return ResponseEntity.created(URI.create("/api/v1/attachments/" + made.id()))
                .body(made);
    }

    private Holder holder(Actor actor, String kind, String id) {
        RecordKind of = ApiNames.kind(kind);
        if (of == RecordKind.PRODUCT) {
            throw new Refused(new Problem.NoSuchPath());
        }
        return attachments.holder(actor, of, ApiNames.id(RecordProblems.kind(of), id));
    }

    @GetMapping(path = "/attachments/{id}", produces = MediaType.ALL_VALUE)
    @Operation(summary = "The content of a file, as a download")
    ResponseEntity<Resource> download(Actor actor, @PathVariable String id) {
        Filed filed = filed(actor, id);
        return Downloads.of(attachments.open(
                actor, filed.kind(), filed.record(), filed.attachment().uuid()));
    }

    @DeleteMapping("/attachments/{id}")
    @Operation(summary = "Take a file from its record")
    @ApiResponse(responseCode = "204")
    ResponseEntity<Void> delete(Actor actor, @PathVariable String id) {
        Filed filed = filed(actor, id);
        attachments.delete(
                actor, filed.kind(), filed.record(), filed.attachment().uuid());
        return ResponseEntity.noContent().build();
    }

    private Filed filed(Actor actor, String id) {
        return attachments.file(actor, ApiNames.id(Problem.Kind.ATTACHMENT, id));
    }
}
