// Generated from contracts/notification-service.openapi.json by `npm run api:generate`. Do not edit.

export interface paths {
    "/notification/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List */
        get: operations["AuditResource_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notification/audit/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Verify */
        get: operations["AuditResource_verify"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notification/lanes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the lanes stand */
        get: operations["LaneResource_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notification/lanes/{lane}/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try the relay again now
         * @description Ends the pause; all due messages go ahead.
         */
        post: operations["LaneResource_open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notification/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List messages
         * @description Newest first.
         */
        get: operations["MessageResource_list"];
        put?: never;
        /**
         * Send a mail
         * @description Answers when the message is stored; a repeat with the same key gets the same answer.
         */
        post: operations["MessageResource_send"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notification/messages/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Inspect a message
         * @description With its history; what the letter says is not shown.
         */
        get: operations["MessageResource_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notification/messages/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraw a message that was not sent yet */
        post: operations["MessageResource_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notification/messages/{id}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a dead message away */
        post: operations["MessageResource_discard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notification/messages/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try a dead or deferred message again, now */
        post: operations["MessageResource_retry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notification/messages/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retry, cancel or discard many messages
         * @description Those named, or all to which it can be done; what cannot be changed is passed over.
         */
        post: operations["MessageResource_bulk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AuditActor: {
            callsign?: string;
            client?: string;
            name?: string;
            subject?: string;
        };
        AuditEventView: {
            action?: string;
            actor?: components["schemas"]["AuditActor"];
            after?: string;
            at?: components["schemas"]["Instant"];
            before?: string;
            clientAddress?: string;
            id?: components["schemas"]["UUID"];
            objectId?: string;
            objectType?: string;
            /** Format: int64 */
            position?: number;
            requestId?: string;
        };
        BulkIntervention: {
            action: components["schemas"]["Intervention"];
            ids?: string[];
            kind?: string;
            lane?: components["schemas"]["Lane1"];
        };
        BulkResult: {
            /** Format: int32 */
            changed?: number;
            more?: boolean;
            /** Format: int32 */
            unchanged?: number;
        };
        FieldError: {
            field?: string;
            message?: string;
        };
        Finding: {
            id?: components["schemas"]["UUID"];
            kind?: components["schemas"]["Kind"];
            /** Format: int64 */
            position?: number;
            /** Format: int64 */
            seal?: number;
        };
        /**
         * Format: date-time
         * @example 2022-03-10T16:15:50Z
         */
        Instant: string;
        /** @enum {string} */
        Intervention: "RETRY" | "CANCEL" | "DISCARD";
        /** @enum {string} */
        Kind: "ROW_CHANGED" | "ROW_MISSING" | "ROW_INSERTED" | "SEAL_CHANGED" | "SEAL_MISSING" | "SEAL_UNCHAINED" | "ANCHOR_DIFFERS";
        Lane: {
            /** Format: int32 */
            failures?: number;
            fault?: string;
            lane?: components["schemas"]["Lane1"];
            oldest?: components["schemas"]["Instant"];
            paused?: boolean;
            pausedUntil?: components["schemas"]["Instant"];
            reason?: string;
            /** Format: int64 */
            waiting?: number;
        };
        /** @enum {string} */
        Lane1: "URGENT" | "BULK";
        Message: {
            /** Format: int32 */
            attempts?: number;
            createdAt?: components["schemas"]["Instant"];
            id?: components["schemas"]["UUID"];
            kind?: string;
            lastError?: string;
            nextAttemptAt?: components["schemas"]["Instant"];
            recipient?: string;
            recipientUserId?: components["schemas"]["UUID"];
            sentAt?: components["schemas"]["Instant"];
            status?: components["schemas"]["MessageStatus"];
            subject?: string;
        };
        MessageAttachment: {
            contentType?: string;
            name?: string;
            /** Format: int32 */
            size?: number;
        };
        MessageAttachmentUpload: {
            /** Format: binary */
            content: string;
            contentType: string;
            name: string;
        };
        MessageDetail: {
            attachments?: components["schemas"]["MessageAttachment"][];
            /** Format: int32 */
            attempts?: number;
            createdAt?: components["schemas"]["Instant"];
            expiresAt?: components["schemas"]["Instant"];
            giveUpAt?: components["schemas"]["Instant"];
            history?: components["schemas"]["MessageStep"][];
            id?: components["schemas"]["UUID"];
            kind?: string;
            lane?: components["schemas"]["Lane1"];
            lastError?: string;
            messageId?: string;
            nextAttemptAt?: components["schemas"]["Instant"];
            producer?: string;
            recipient?: string;
            recipientUserId?: components["schemas"]["UUID"];
            sentAt?: components["schemas"]["Instant"];
            status?: components["schemas"]["MessageStatus"];
            subject?: string;
        };
        MessageRecipient: {
            address?: string;
            locale?: string;
            name?: string;
            userId?: components["schemas"]["UUID"];
            zone?: string;
        };
        /** @enum {string} */
        MessageStatus: "QUEUED" | "SENDING" | "SENT" | "DEFERRED" | "DEAD" | "SUPPRESSED" | "EXPIRED" | "CANCELLED" | "BOUNCED" | "COMPLAINED";
        MessageStep: {
            at?: components["schemas"]["Instant"];
            /** Format: int32 */
            attempt?: number;
            from?: components["schemas"]["MessageStatus"];
            note?: string;
            to?: components["schemas"]["MessageStatus"];
        };
        PageAuditEventView: {
            items?: components["schemas"]["AuditEventView"][];
            next?: string;
        };
        PageMessageView: {
            items?: components["schemas"]["Message"][];
            next?: string;
        };
        /** @description Problem response (RFC 9457). Problem types may add members of their own. */
        Problem: {
            code?: string;
            detail?: string;
            errors?: components["schemas"]["FieldError"][];
            instance?: string;
            /** Format: int32 */
            status?: number;
            title?: string;
            type?: string;
        };
        SendRequest: {
            attachments?: components["schemas"]["MessageAttachmentUpload"][];
            /** @description What the letter says; its members depend on the kind */
            data: {
                [key: string]: unknown;
            };
            expiresAt?: components["schemas"]["Instant"];
            kind: string;
            notBefore?: components["schemas"]["Instant"];
            recipient: components["schemas"]["MessageRecipient"];
        };
        /** Format: uuid */
        UUID: string;
        VerificationReport: {
            anchor?: string;
            findings?: components["schemas"]["Finding"][];
            intact?: boolean;
            /** Format: int64 */
            rows?: number;
            /** Format: int64 */
            sealedThrough?: number;
            /** Format: int64 */
            seals?: number;
            /** Format: int64 */
            unsealed?: number;
            verifiedAt?: components["schemas"]["Instant"];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    AuditResource_list: {
        parameters: {
            query?: {
                action?: string;
                actor?: string;
                cursor?: string;
                from?: string;
                limit?: number;
                objectId?: string;
                objectType?: string;
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageAuditEventView"];
                };
            };
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not Allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    AuditResource_verify: {
        parameters: {
            query?: {
                anchor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerificationReport"];
                };
            };
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not Allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    LaneResource_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lane"][];
                };
            };
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not Allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    LaneResource_open: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                lane: components["schemas"]["Lane1"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lane"][];
                };
            };
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not Allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    MessageResource_list: {
        parameters: {
            query?: {
                cursor?: string;
                kind?: string;
                limit?: number;
                /** @description Statuses, separated by commas */
                status?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageMessageView"];
                };
            };
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not Allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    MessageResource_send: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SendRequest"];
            };
        };
        responses: {
            /** @description Stored, and will be tried */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not Allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    MessageResource_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["UUID"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageDetail"];
                };
            };
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not Allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    MessageResource_cancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["UUID"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageDetail"];
                };
            };
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not Allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    MessageResource_discard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["UUID"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageDetail"];
                };
            };
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not Allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    MessageResource_retry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["UUID"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageDetail"];
                };
            };
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not Allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    MessageResource_bulk: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkIntervention"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkResult"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not Allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
