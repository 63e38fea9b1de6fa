"""The first tables."""

import sqlalchemy as sa
from alembic import op

from app.models.base import UtcDateTime, Words

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "agency",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("is_own", sa.Boolean(), nullable=True),
        sa.Column(
            "kind",
            sa.Enum(
                "regional_agency",
                "bureau",
                "technical_unit",
                "non_structural_body",
                "regency",
                "city",
                "ministry",
                "central_agency",
                "state_enterprise",
                name="agencykind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("name", Words(), nullable=False),
        sa.Column("short_name", Words(), nullable=False),
        sa.Column("parent_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("code", Words(), nullable=True),
        sa.Column("head_title", Words(), nullable=True),
        sa.Column("town", Words(), nullable=True),
        sa.Column("address", Words(), nullable=True),
        sa.Column("phone", Words(), nullable=True),
        sa.Column("email", Words(), nullable=True),
        sa.Column("site", Words(), nullable=True),
        sa.Column("area", Words(), nullable=True),
        sa.Column("contact_name", Words(), nullable=True),
        sa.Column("contact_means", Words(), nullable=True),
        sa.Column("letterhead_sha256", Words(), nullable=True),
        sa.Column("paper", Words(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.Column("search_text", Words(), nullable=False),
        sa.Column("version", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("touched_at", UtcDateTime(), nullable=True),
        sa.Column("uuid", sa.Uuid(), nullable=False),
        sa.CheckConstraint("name <> ''", name=op.f("ck_agency_has_name")),
        sa.CheckConstraint("is_own IS NULL OR is_own", name=op.f("ck_agency_own_or_nothing")),
        sa.CheckConstraint(
            "valid_until IS NULL OR valid_from IS NULL OR valid_until >= valid_from",
            name=op.f("ck_agency_validity"),
        ),
        sa.ForeignKeyConstraint(
            ["parent_id"], ["agency.id"], name=op.f("fk_agency_parent_id_agency")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agency")),
        sa.UniqueConstraint("is_own", name=op.f("uq_agency_is_own")),
        sa.UniqueConstraint("short_name", name=op.f("uq_agency_short_name")),
        sa.UniqueConstraint("uuid", name=op.f("uq_agency_uuid")),
    )
    op.create_table(
        "assignment",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("number", Words(), nullable=True),
        sa.Column("signed_on", sa.Date(), nullable=True),
        sa.Column("signer_name", Words(), nullable=True),
        sa.Column("signer_title", Words(), nullable=True),
        sa.Column("signer_rank", Words(), nullable=True),
        sa.Column("signer_nip", Words(), nullable=True),
        sa.Column(
            "signing_mode",
            sa.Enum(
                "own",
                "plt",
                "plh",
                "an",
                "an_ub",
                name="signingmode",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("town", Words(), nullable=True),
        sa.Column("basis", Words(), nullable=True),
        sa.Column("copies_to", Words(), nullable=True),
        sa.Column("from_on", sa.Date(), nullable=True),
        sa.Column("until_on", sa.Date(), nullable=True),
        sa.Column("voided_at", UtcDateTime(), nullable=True),
        sa.Column("version", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("touched_at", UtcDateTime(), nullable=True),
        sa.CheckConstraint(
            "until_on IS NULL OR from_on IS NULL OR until_on >= from_on",
            name=op.f("ck_assignment_period"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assignment")),
    )
    op.create_table(
        "audit_event",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("form", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("happened_at", UtcDateTime(), nullable=False),
        sa.Column("actor_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("actor_name", Words(), nullable=False),
        sa.Column("machine", Words(), nullable=False),
        sa.Column("act", Words(), nullable=False),
        sa.Column("subject", Words(), nullable=False),
        sa.Column(
            "subject_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("reference", Words(), nullable=True),
        sa.Column("details", Words(), nullable=False),
        sa.Column("previous_hash", Words(), nullable=False),
        sa.Column("hash", Words(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_event")),
        sa.UniqueConstraint("number", name=op.f("uq_audit_event_number")),
    )
    with op.batch_alter_table("audit_event", schema=None) as batch_op:
        batch_op.create_index("ix_audit_event_subject", ["subject", "subject_id"], unique=False)

    op.create_table(
        "audit_head",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("hash", Words(), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_audit_head_only_one")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_head")),
    )
    op.create_table(
        "change_entry",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("origin", Words(), nullable=False),
        sa.Column("aggregates", Words(), nullable=False),
        sa.Column("made_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_change_entry")),
    )
    op.create_table(
        "citizen",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("platform", Words(), nullable=False),
        sa.Column("handle", Words(), nullable=True),
        sa.Column("name", Words(), nullable=True),
        sa.Column("erased_at", UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_citizen")),
        sa.UniqueConstraint("platform", "handle", name=op.f("uq_citizen_platform_handle")),
    )
    op.create_table(
        "counter",
        sa.Column("kind", Words(), nullable=False),
        sa.Column("year", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("last", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.PrimaryKeyConstraint("kind", "year", name=op.f("pk_counter")),
    )
    op.create_table(
        "header_mapping",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "plan",
                "inquiries",
                "comments",
                "standard_answers",
                "people",
                "accounts",
                "measurements",
                "directory",
                "days",
                "assets",
                name="importkind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("header", Words(), nullable=False),
        sa.Column("field", Words(), nullable=False),
        sa.Column("mapped_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_header_mapping")),
        sa.UniqueConstraint("kind", "header", name=op.f("uq_header_mapping_kind_header")),
    )
    op.create_table(
        "influencer",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("name", Words(), nullable=False),
        sa.CheckConstraint("name <> ''", name=op.f("ck_influencer_has_name")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_influencer")),
        sa.UniqueConstraint("name", name=op.f("uq_influencer_name")),
    )
    op.create_table(
        "obstacle",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("year", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "side",
            sa.Enum(
                "external",
                "internal",
                name="obstacleside",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("text", Words(), nullable=False),
        sa.Column("removed_at", UtcDateTime(), nullable=True),
        sa.Column("version", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("touched_at", UtcDateTime(), nullable=True),
        sa.CheckConstraint("text <> ''", name=op.f("ck_obstacle_has_text")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_obstacle")),
    )
    with op.batch_alter_table("obstacle", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_obstacle_year"), ["year"], unique=False)

    op.create_table(
        "person",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("name", Words(), nullable=False),
        sa.Column("address_term", Words(), nullable=True),
        sa.Column("call_name", Words(), nullable=True),
        sa.Column("nip", Words(), nullable=True),
        sa.Column(
            "civil_servant_kind",
            sa.Enum(
                "pns",
                "pppk",
                "none",
                name="civilservantkind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("rank", Words(), nullable=True),
        sa.Column("grade", Words(), nullable=True),
        sa.Column("position", Words(), nullable=True),
        sa.Column("phone", Words(), nullable=True),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.Column("sign_in_name", Words(), nullable=True),
        sa.Column("password_hash", Words(), nullable=True),
        sa.Column("password_is_temporary", sa.Boolean(), nullable=False),
        sa.Column(
            "signing_mode",
            sa.Enum(
                "own",
                "plt",
                "plh",
                "an",
                "an_ub",
                name="signingmode",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("version", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("touched_at", UtcDateTime(), nullable=True),
        sa.Column("uuid", sa.Uuid(), nullable=False),
        sa.CheckConstraint("name <> ''", name=op.f("ck_person_has_name")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
        sa.UniqueConstraint("nip", name=op.f("uq_person_nip")),
        sa.UniqueConstraint("sign_in_name", name=op.f("uq_person_sign_in_name")),
        sa.UniqueConstraint("uuid", name=op.f("uq_person_uuid")),
    )
    op.create_table(
        "recommendation",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("year", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("text", Words(), nullable=False),
        sa.Column("follow_up_plan", Words(), nullable=False),
        sa.Column("owner", Words(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("removed_at", UtcDateTime(), nullable=True),
        sa.Column("version", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("touched_at", UtcDateTime(), nullable=True),
        sa.CheckConstraint("text <> ''", name=op.f("ck_recommendation_has_text")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recommendation")),
    )
    with op.batch_alter_table("recommendation", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_recommendation_year"), ["year"], unique=False)

    op.create_table(
        "setting",
        sa.Column("key", Words(), nullable=False),
        sa.Column("value", Words(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_setting")),
    )
    op.create_table(
        "account",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("platform", Words(), nullable=False),
        sa.Column("handle", Words(), nullable=False),
        sa.Column("name", Words(), nullable=True),
        sa.Column("address", Words(), nullable=True),
        sa.Column(
            "media_kind",
            sa.Enum(
                "collaborative",
                "blog",
                "microblog",
                "media_sharing",
                "social_network",
                name="mediakind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("audience", Words(), nullable=True),
        sa.Column(
            "responsible_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("designation_number", Words(), nullable=True),
        sa.Column("designation_on", sa.Date(), nullable=True),
        sa.Column("designation_signer", Words(), nullable=True),
        sa.Column("opened_on", sa.Date(), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("review_on", sa.Date(), nullable=True),
        sa.Column("version", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("touched_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["responsible_id"], ["person.id"], name=op.f("fk_account_responsible_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_account")),
        sa.UniqueConstraint("platform", "handle", name=op.f("uq_account_platform_handle")),
    )
    op.create_table(
        "assignment_member",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "assignment_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "duty",
            sa.Enum(
                "admin",
                "graphic_design",
                "creative_team",
                "responsible_official",
                name="duty",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("position", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("task", Words(), nullable=True),
        sa.Column("from_on", sa.Date(), nullable=True),
        sa.Column("until_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["assignment_id"],
            ["assignment.id"],
            name=op.f("fk_assignment_member_assignment_id_assignment"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_assignment_member_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assignment_member")),
        sa.UniqueConstraint(
            "assignment_id",
            "person_id",
            "duty",
            name=op.f("uq_assignment_member_assignment_id_person_id_duty"),
        ),
    )
    with op.batch_alter_table("assignment_member", schema=None) as batch_op:
        batch_op.create_index("ix_assignment_member_person_id", ["person_id"], unique=False)

    op.create_table(
        "content_template",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("name", Words(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "condolence",
                "disruption",
                "event",
                "hoax_clarification",
                "single_narrative",
                "other",
                name="templatekind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("text", Words(), nullable=False),
        sa.Column("source", Words(), nullable=True),
        sa.Column("changed_at", UtcDateTime(), nullable=False),
        sa.Column(
            "changed_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("retired_at", UtcDateTime(), nullable=True),
        sa.Column("version", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("touched_at", UtcDateTime(), nullable=True),
        sa.CheckConstraint(
            "name <> '' AND text <> ''", name=op.f("ck_content_template_says_something")
        ),
        sa.ForeignKeyConstraint(
            ["changed_by_id"], ["person.id"], name=op.f("fk_content_template_changed_by_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_content_template")),
        sa.UniqueConstraint("name", name=op.f("uq_content_template_name")),
    )
    op.create_table(
        "deputy",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "official_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "deputy_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "mode",
            sa.Enum(
                "own",
                "plt",
                "plh",
                "an",
                "an_ub",
                name="signingmode",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=True),
        sa.Column("basis", Words(), nullable=True),
        sa.CheckConstraint("deputy_id <> official_id", name=op.f("ck_deputy_somebody_else")),
        sa.CheckConstraint(
            "until_on IS NULL OR until_on >= from_on", name=op.f("ck_deputy_period")
        ),
        sa.ForeignKeyConstraint(
            ["deputy_id"], ["person.id"], name=op.f("fk_deputy_deputy_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["official_id"], ["person.id"], name=op.f("fk_deputy_official_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deputy")),
    )
    with op.batch_alter_table("deputy", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_deputy_deputy_id"), ["deputy_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_deputy_official_id"), ["official_id"], unique=False)

    op.create_table(
        "draft",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("subject", Words(), nullable=False),
        sa.Column(
            "subject_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "base_version", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("body", Words(), nullable=False),
        sa.Column("saved_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_draft_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_draft")),
        sa.UniqueConstraint(
            "person_id", "subject", "subject_id", name=op.f("uq_draft_person_id_subject_subject_id")
        ),
    )
    op.create_table(
        "hashtag_group",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("name", Words(), nullable=False),
        sa.Column("tags", Words(), nullable=False),
        sa.Column("changed_at", UtcDateTime(), nullable=False),
        sa.Column(
            "changed_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("retired_at", UtcDateTime(), nullable=True),
        sa.Column("version", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("touched_at", UtcDateTime(), nullable=True),
        sa.CheckConstraint("name <> ''", name=op.f("ck_hashtag_group_has_name")),
        sa.ForeignKeyConstraint(
            ["changed_by_id"], ["person.id"], name=op.f("fk_hashtag_group_changed_by_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hashtag_group")),
        sa.UniqueConstraint("name", name=op.f("uq_hashtag_group_name")),
    )
    op.create_table(
        "import_run",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "plan",
                "inquiries",
                "comments",
                "standard_answers",
                "people",
                "accounts",
                "measurements",
                "directory",
                "days",
                "assets",
                name="importkind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("file_name", Words(), nullable=False),
        sa.Column("sha256", Words(), nullable=False),
        sa.Column("mapping", Words(), nullable=False),
        sa.Column("rows", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("accepted", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "duplicates", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("changed", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("rejected", Words(), nullable=False),
        sa.Column("taken_at", UtcDateTime(), nullable=False),
        sa.Column(
            "taken_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("uuid", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["taken_by_id"], ["person.id"], name=op.f("fk_import_run_taken_by_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_run")),
        sa.UniqueConstraint("uuid", name=op.f("uq_import_run_uuid")),
    )
    with op.batch_alter_table("import_run", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_import_run_sha256"), ["sha256"], unique=False)

    op.create_table(
        "person_role",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "role",
            sa.Enum(
                "admin",
                "designer",
                "creative",
                "official",
                "head",
                "evaluator",
                name="role",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_person_role_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person_role")),
        sa.UniqueConstraint("person_id", "role", name=op.f("uq_person_role_person_id_role")),
    )
    op.create_table(
        "policy",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "key",
            sa.Enum(
                "checks",
                "levels",
                "alt_text_required",
                "move_voids_approval",
                "recorded_decisions",
                "agency_answer_hours",
                "first_answer_hours",
                "document_number_pattern",
                "sundanese_greeting",
                "spacing_minutes",
                "warn_on_holidays",
                name="policykey",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("value", Words(), nullable=False),
        sa.Column("valid_from", UtcDateTime(), nullable=False),
        sa.Column("set_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.ForeignKeyConstraint(
            ["set_by_id"], ["person.id"], name=op.f("fk_policy_set_by_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_policy")),
    )
    with op.batch_alter_table("policy", schema=None) as batch_op:
        batch_op.create_index("ix_policy_key", ["key", "valid_from"], unique=False)

    op.create_table(
        "remembered_sign_in",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("token_sha256", Words(), nullable=False),
        sa.Column("machine", Words(), nullable=False),
        sa.Column("made_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_remembered_sign_in_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_remembered_sign_in")),
        sa.UniqueConstraint("token_sha256", name=op.f("uq_remembered_sign_in_token_sha256")),
    )
    with op.batch_alter_table("remembered_sign_in", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_remembered_sign_in_person_id"), ["person_id"], unique=False
        )

    op.create_table(
        "saved_view",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("name", Words(), nullable=False),
        sa.Column("kind", Words(), nullable=False),
        sa.Column("filters", Words(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_saved_view_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_view")),
        sa.UniqueConstraint("person_id", "name", name=op.f("uq_saved_view_person_id_name")),
    )
    op.create_table(
        "account_segment",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "account_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "segment",
            sa.Enum(
                "creator",
                "conversationalist",
                "critic",
                "collector",
                "joiner",
                "spectator",
                "inactive",
                name="audiencesegment",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_account_segment_account_id_account")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_account_segment")),
        sa.UniqueConstraint(
            "account_id", "segment", name=op.f("uq_account_segment_account_id_segment")
        ),
    )
    op.create_table(
        "asset",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("reference", Words(), nullable=False),
        sa.Column("sha256", Words(), nullable=False),
        sa.Column("size", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "picture",
                "video",
                "audio",
                "document",
                "other",
                name="assetkind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("format", Words(), nullable=True),
        sa.Column("file_name", Words(), nullable=False),
        sa.Column("title", Words(), nullable=False),
        sa.Column("width", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("height", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("seconds", sa.Double(), nullable=True),
        sa.Column("has_alpha", sa.Boolean(), nullable=True),
        sa.Column("taken_at", UtcDateTime(), nullable=True),
        sa.Column("has_position", sa.Boolean(), nullable=False),
        sa.Column("unreadable_reason", Words(), nullable=True),
        sa.Column("creator", Words(), nullable=True),
        sa.Column("alt_text", Words(), nullable=False),
        sa.Column("rights_holder", Words(), nullable=True),
        sa.Column("licence", Words(), nullable=True),
        sa.Column("rights_from", sa.Date(), nullable=True),
        sa.Column("rights_until", sa.Date(), nullable=True),
        sa.Column("rights_unlimited", sa.Boolean(), nullable=False),
        sa.Column("added_at", UtcDateTime(), nullable=False),
        sa.Column(
            "added_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column(
            "import_run_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("search_text", Words(), nullable=False),
        sa.Column("version", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("touched_at", UtcDateTime(), nullable=True),
        sa.Column("uuid", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["added_by_id"], ["person.id"], name=op.f("fk_asset_added_by_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["import_run_id"], ["import_run.id"], name=op.f("fk_asset_import_run_id_import_run")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_asset")),
        sa.UniqueConstraint("reference", name=op.f("uq_asset_reference")),
        sa.UniqueConstraint("sha256", name=op.f("uq_asset_sha256")),
        sa.UniqueConstraint("uuid", name=op.f("uq_asset_uuid")),
    )
    with op.batch_alter_table("asset", schema=None) as batch_op:
        batch_op.create_index("ix_asset_added_at", ["added_at", "id"], unique=False)
        batch_op.create_index(batch_op.f("ix_asset_import_run_id"), ["import_run_id"], unique=False)

    op.create_table(
        "content",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("reference", Words(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "collected",
                "submitted",
                "returned",
                "editing",
                "ready",
                "approved",
                "cancelled",
                "recorded",
                name="contentstate",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("title", Words(), nullable=False),
        sa.Column("brief", Words(), nullable=False),
        sa.Column("text", Words(), nullable=False),
        sa.Column(
            "category",
            sa.Enum(
                "agency_activity",
                "current_issue",
                "disaster",
                "regional_promotion",
                "clarification",
                "hoax_explanation",
                "policy",
                "single_narrative",
                "cultural_heritage",
                "other",
                name="category",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column("own_category", Words(), nullable=True),
        sa.Column("category_word", Words(), nullable=True),
        sa.Column("source", Words(), nullable=True),
        sa.Column(
            "source_verified_by_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=True,
        ),
        sa.Column("source_verified_at", UtcDateTime(), nullable=True),
        sa.Column("policy_reference", Words(), nullable=True),
        sa.Column("audience", Words(), nullable=True),
        sa.Column("campaign", Words(), nullable=True),
        sa.Column(
            "narrative_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("planned_at", UtcDateTime(), nullable=True),
        sa.Column("planned_on", sa.Date(), nullable=True),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column(
            "created_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("returned_reason", Words(), nullable=True),
        sa.Column("closing_reason", Words(), nullable=True),
        sa.Column("material_note", Words(), nullable=True),
        sa.Column(
            "import_run_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("search_text", Words(), nullable=False),
        sa.Column("version", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("touched_at", UtcDateTime(), nullable=True),
        sa.Column("uuid", sa.Uuid(), nullable=False),
        sa.CheckConstraint(
            "state <> 'cancelled' OR closing_reason IS NOT NULL",
            name=op.f("ck_content_cancel_reason"),
        ),
        sa.CheckConstraint("title <> ''", name=op.f("ck_content_has_title")),
        sa.ForeignKeyConstraint(
            ["created_by_id"], ["person.id"], name=op.f("fk_content_created_by_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["import_run_id"], ["import_run.id"], name=op.f("fk_content_import_run_id_import_run")
        ),
        sa.ForeignKeyConstraint(
            ["narrative_id"],
            ["content_template.id"],
            name=op.f("fk_content_narrative_id_content_template"),
        ),
        sa.ForeignKeyConstraint(
            ["source_verified_by_id"],
            ["person.id"],
            name=op.f("fk_content_source_verified_by_id_person"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_content")),
        sa.UniqueConstraint("reference", name=op.f("uq_content_reference")),
        sa.UniqueConstraint("uuid", name=op.f("uq_content_uuid")),
    )
    with op.batch_alter_table("content", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_content_import_run_id"), ["import_run_id"], unique=False
        )
        batch_op.create_index("ix_content_planned_at", ["planned_at", "id"], unique=False)
        batch_op.create_index("ix_content_state", ["state", "planned_at"], unique=False)

    op.create_table(
        "day_mark",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "holiday",
                "collective_leave",
                "observance",
                "quiet_period",
                "campaign",
                "note",
                name="daykind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("first_on", sa.Date(), nullable=False),
        sa.Column("last_on", sa.Date(), nullable=False),
        sa.Column("words", Words(), nullable=False),
        sa.Column("reason", Words(), nullable=False),
        sa.Column("is_yearly", sa.Boolean(), nullable=False),
        sa.Column("is_certain", sa.Boolean(), nullable=False),
        sa.Column("is_hidden", sa.Boolean(), nullable=False),
        sa.Column("origin", Words(), nullable=True),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column(
            "created_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column(
            "import_run_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("version", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("touched_at", UtcDateTime(), nullable=True),
        sa.CheckConstraint(
            "kind <> 'quiet_period' OR reason <> ''", name=op.f("ck_day_mark_quiet_reason")
        ),
        sa.CheckConstraint("words <> ''", name=op.f("ck_day_mark_has_words")),
        sa.CheckConstraint(
            "NOT is_hidden OR origin IS NOT NULL", name=op.f("ck_day_mark_hides_shipped")
        ),
        sa.CheckConstraint("last_on >= first_on", name=op.f("ck_day_mark_in_order")),
        sa.ForeignKeyConstraint(
            ["created_by_id"], ["person.id"], name=op.f("fk_day_mark_created_by_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["import_run_id"], ["import_run.id"], name=op.f("fk_day_mark_import_run_id_import_run")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_day_mark")),
        sa.UniqueConstraint("origin", name=op.f("uq_day_mark_origin")),
    )
    with op.batch_alter_table("day_mark", schema=None) as batch_op:
        batch_op.create_index("ix_day_mark_first_on", ["first_on", "last_on"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_day_mark_import_run_id"), ["import_run_id"], unique=False
        )

    op.create_table(
        "import_row",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "import_run_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "kind",
            sa.Enum(
                "plan",
                "inquiries",
                "comments",
                "standard_answers",
                "people",
                "accounts",
                "measurements",
                "directory",
                "days",
                "assets",
                name="importkind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column(
            "row_number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("sheet", Words(), nullable=True),
        sa.Column("row_key", Words(), nullable=False),
        sa.Column("digest", Words(), nullable=False),
        sa.Column(
            "subject_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.ForeignKeyConstraint(
            ["import_run_id"],
            ["import_run.id"],
            name=op.f("fk_import_row_import_run_id_import_run"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_row")),
        sa.UniqueConstraint("kind", "row_key", name=op.f("uq_import_row_kind_row_key")),
    )
    with op.batch_alter_table("import_row", schema=None) as batch_op:
        batch_op.create_index("ix_import_row_run", ["import_run_id", "row_number"], unique=False)

    op.create_table(
        "pause",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "scope",
            sa.Enum(
                "all",
                "all_but_category",
                "category",
                "account",
                name="pausescope",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column(
            "account_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column(
            "category",
            sa.Enum(
                "agency_activity",
                "current_issue",
                "disaster",
                "regional_promotion",
                "clarification",
                "hoax_explanation",
                "policy",
                "single_narrative",
                "cultural_heritage",
                "other",
                name="category",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column("reason", Words(), nullable=False),
        sa.Column("begun_at", UtcDateTime(), nullable=False),
        sa.Column(
            "begun_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("ended_at", UtcDateTime(), nullable=True),
        sa.Column(
            "ended_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.CheckConstraint(
            "(scope = 'account') = (account_id IS NOT NULL)", name=op.f("ck_pause_account_of_scope")
        ),
        sa.CheckConstraint(
            "(scope IN ('category', 'all_but_category')) = (category IS NOT NULL)",
            name=op.f("ck_pause_category_of_scope"),
        ),
        sa.CheckConstraint("reason <> ''", name=op.f("ck_pause_has_reason")),
        sa.CheckConstraint(
            "(ended_at IS NULL) = (ended_by_id IS NULL)", name=op.f("ck_pause_ended_by_somebody")
        ),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_pause_account_id_account")
        ),
        sa.ForeignKeyConstraint(
            ["begun_by_id"], ["person.id"], name=op.f("fk_pause_begun_by_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["ended_by_id"], ["person.id"], name=op.f("fk_pause_ended_by_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pause")),
    )
    with op.batch_alter_table("pause", schema=None) as batch_op:
        batch_op.create_index("ix_pause_ended_at", ["ended_at"], unique=False)

    op.create_table(
        "platform_limit",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("post_kind", Words(), nullable=False),
        sa.Column(
            "account_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column(
            "name",
            sa.Enum(
                "text",
                "caption",
                "fold",
                "hashtags",
                "mentions",
                "links",
                "pictures",
                name="limitname",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("value", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("reason", Words(), nullable=False),
        sa.Column("set_at", UtcDateTime(), nullable=False),
        sa.Column("set_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.CheckConstraint("value IS NULL OR value > 0", name=op.f("ck_platform_limit_positive")),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_platform_limit_account_id_account")
        ),
        sa.ForeignKeyConstraint(
            ["set_by_id"], ["person.id"], name=op.f("fk_platform_limit_set_by_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_platform_limit")),
    )
    with op.batch_alter_table("platform_limit", schema=None) as batch_op:
        batch_op.create_index("ix_platform_limit_kind", ["post_kind", "name", "id"], unique=False)

    op.create_table(
        "standard_answer",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("question", Words(), nullable=False),
        sa.Column("text", Words(), nullable=False),
        sa.Column("topic", Words(), nullable=True),
        sa.Column("owner", Words(), nullable=True),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("retired_at", UtcDateTime(), nullable=True),
        sa.Column(
            "import_run_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("search_text", Words(), nullable=False),
        sa.Column("version", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("touched_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["import_run_id"],
            ["import_run.id"],
            name=op.f("fk_standard_answer_import_run_id_import_run"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_standard_answer")),
    )
    with op.batch_alter_table("standard_answer", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_standard_answer_import_run_id"), ["import_run_id"], unique=False
        )

    op.create_table(
        "annual_report",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("reference", Words(), nullable=False),
        sa.Column("year", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("signed_on", sa.Date(), nullable=True),
        sa.Column("signer_name", Words(), nullable=True),
        sa.Column(
            "signature_asset_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=True,
        ),
        sa.Column("submitted_on", sa.Date(), nullable=True),
        sa.Column("receipt_number", Words(), nullable=True),
        sa.Column("version", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("touched_at", UtcDateTime(), nullable=True),
        sa.Column("uuid", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["signature_asset_id"],
            ["asset.id"],
            name=op.f("fk_annual_report_signature_asset_id_asset"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_annual_report")),
        sa.UniqueConstraint("reference", name=op.f("uq_annual_report_reference")),
        sa.UniqueConstraint("uuid", name=op.f("uq_annual_report_uuid")),
        sa.UniqueConstraint("year", name=op.f("uq_annual_report_year")),
    )
    op.create_table(
        "approval_sheet",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("reference", Words(), nullable=False),
        sa.Column(
            "official_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("made_at", UtcDateTime(), nullable=False),
        sa.Column(
            "made_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("signed_on", sa.Date(), nullable=True),
        sa.Column(
            "scan_asset_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("recorded_at", UtcDateTime(), nullable=True),
        sa.Column(
            "recorded_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("version", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("touched_at", UtcDateTime(), nullable=True),
        sa.CheckConstraint(
            "(recorded_at IS NULL) = (scan_asset_id IS NULL) AND (recorded_at IS NULL) = (signed_on IS NULL)",
            name=op.f("ck_approval_sheet_recorded_with_scan"),
        ),
        sa.ForeignKeyConstraint(
            ["made_by_id"], ["person.id"], name=op.f("fk_approval_sheet_made_by_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["official_id"], ["person.id"], name=op.f("fk_approval_sheet_official_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["recorded_by_id"], ["person.id"], name=op.f("fk_approval_sheet_recorded_by_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["scan_asset_id"], ["asset.id"], name=op.f("fk_approval_sheet_scan_asset_id_asset")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_approval_sheet")),
        sa.UniqueConstraint("reference", name=op.f("uq_approval_sheet_reference")),
    )
    op.create_table(
        "content_influencer",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "content_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "influencer_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.ForeignKeyConstraint(
            ["content_id"], ["content.id"], name=op.f("fk_content_influencer_content_id_content")
        ),
        sa.ForeignKeyConstraint(
            ["influencer_id"],
            ["influencer.id"],
            name=op.f("fk_content_influencer_influencer_id_influencer"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_content_influencer")),
        sa.UniqueConstraint(
            "content_id",
            "influencer_id",
            name=op.f("uq_content_influencer_content_id_influencer_id"),
        ),
    )
    with op.batch_alter_table("content_influencer", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_content_influencer_influencer_id"), ["influencer_id"], unique=False
        )

    op.create_table(
        "hoax_check",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "content_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("claim", Words(), nullable=False),
        sa.Column("evidence", Words(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "satire",
                "misleading",
                "imposter",
                "fabricated",
                "false_connection",
                "false_context",
                "manipulated",
                name="hoaxkind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column(
            "verdict",
            sa.Enum(
                "false",
                "misleading",
                "unproven",
                "true",
                name="hoaxverdict",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=True,
        ),
        sa.ForeignKeyConstraint(
            ["content_id"], ["content.id"], name=op.f("fk_hoax_check_content_id_content")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hoax_check")),
        sa.UniqueConstraint("content_id", name=op.f("uq_hoax_check_content_id")),
    )
    op.create_table(
        "inquiry",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("reference", Words(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "received",
                "referred",
                "agency_answered",
                "drafted",
                "awaiting_approval",
                "approved",
                "answered",
                "closed",
                "dismissed",
                "handed_over",
                name="inquirystate",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column(
            "kind",
            sa.Enum(
                "question",
                "comment",
                "criticism",
                "suggestion",
                name="inquirykind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("kind_word", Words(), nullable=True),
        sa.Column("topic", Words(), nullable=True),
        sa.Column(
            "origin",
            sa.Enum(
                "entered",
                "comment",
                "agency",
                "imported",
                name="inquiryorigin",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("platform", Words(), nullable=True),
        sa.Column(
            "account_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column(
            "content_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("url", Words(), nullable=True),
        sa.Column("received_at", UtcDateTime(), nullable=False),
        sa.Column("recorded_at", UtcDateTime(), nullable=False),
        sa.Column("attention_at", UtcDateTime(), nullable=True),
        sa.Column(
            "handler_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column(
            "asking_agency_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("asking_reference", Words(), nullable=True),
        sa.Column("handed_over_to", Words(), nullable=True),
        sa.Column("handed_over_number", Words(), nullable=True),
        sa.Column("handed_over_on", sa.Date(), nullable=True),
        sa.Column("remind_on", sa.Date(), nullable=True),
        sa.Column("closing_reason", Words(), nullable=True),
        sa.Column(
            "import_run_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("search_text", Words(), nullable=False),
        sa.Column("version", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("touched_at", UtcDateTime(), nullable=True),
        sa.Column("uuid", sa.Uuid(), nullable=False),
        sa.CheckConstraint(
            "(origin = 'agency') = (asking_agency_id IS NOT NULL)", name=op.f("ck_inquiry_asker")
        ),
        sa.CheckConstraint(
            "state <> 'dismissed' OR closing_reason IS NOT NULL",
            name=op.f("ck_inquiry_dismiss_reason"),
        ),
        sa.CheckConstraint(
            "state <> 'handed_over' OR handed_over_to IS NOT NULL",
            name=op.f("ck_inquiry_hand_over_to"),
        ),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_inquiry_account_id_account")
        ),
        sa.ForeignKeyConstraint(
            ["asking_agency_id"], ["agency.id"], name=op.f("fk_inquiry_asking_agency_id_agency")
        ),
        sa.ForeignKeyConstraint(
            ["content_id"], ["content.id"], name=op.f("fk_inquiry_content_id_content")
        ),
        sa.ForeignKeyConstraint(
            ["handler_id"], ["person.id"], name=op.f("fk_inquiry_handler_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["import_run_id"], ["import_run.id"], name=op.f("fk_inquiry_import_run_id_import_run")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inquiry")),
        sa.UniqueConstraint("reference", name=op.f("uq_inquiry_reference")),
        sa.UniqueConstraint("uuid", name=op.f("uq_inquiry_uuid")),
    )
    with op.batch_alter_table("inquiry", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_inquiry_account_id"), ["account_id"], unique=False)
        batch_op.create_index("ix_inquiry_attention_at", ["attention_at", "id"], unique=False)
        batch_op.create_index(batch_op.f("ix_inquiry_content_id"), ["content_id"], unique=False)
        batch_op.create_index("ix_inquiry_handler_id", ["handler_id", "received_at"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_inquiry_import_run_id"), ["import_run_id"], unique=False
        )
        batch_op.create_index("ix_inquiry_received_at", ["received_at", "id"], unique=False)
        batch_op.create_index("ix_inquiry_state", ["state", "received_at"], unique=False)

    op.create_table(
        "material",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "content_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("asset_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("position", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["asset_id"], ["asset.id"], name=op.f("fk_material_asset_id_asset")
        ),
        sa.ForeignKeyConstraint(
            ["content_id"], ["content.id"], name=op.f("fk_material_content_id_content")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_material")),
        sa.UniqueConstraint("content_id", "asset_id", name=op.f("uq_material_content_id_asset_id")),
    )
    with op.batch_alter_table("material", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_material_asset_id"), ["asset_id"], unique=False)

    op.create_table(
        "platform_schedule",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "content_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "account_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("post_kind", Words(), nullable=False),
        sa.Column("place", Words(), nullable=False),
        sa.Column("set_for", UtcDateTime(), nullable=False),
        sa.Column("set_at", UtcDateTime(), nullable=False),
        sa.Column(
            "set_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("undone_at", UtcDateTime(), nullable=True),
        sa.Column(
            "undone_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.CheckConstraint("place <> ''", name=op.f("ck_platform_schedule_has_place")),
        sa.CheckConstraint(
            "(undone_at IS NULL) = (undone_by_id IS NULL)",
            name=op.f("ck_platform_schedule_undone_by_somebody"),
        ),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_platform_schedule_account_id_account")
        ),
        sa.ForeignKeyConstraint(
            ["content_id"], ["content.id"], name=op.f("fk_platform_schedule_content_id_content")
        ),
        sa.ForeignKeyConstraint(
            ["set_by_id"], ["person.id"], name=op.f("fk_platform_schedule_set_by_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["undone_by_id"], ["person.id"], name=op.f("fk_platform_schedule_undone_by_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_platform_schedule")),
    )
    with op.batch_alter_table("platform_schedule", schema=None) as batch_op:
        batch_op.create_index(
            "uq_platform_schedule_open",
            ["content_id", "account_id", "post_kind"],
            unique=True,
            sqlite_where=sa.text("undone_at IS NULL"),
            postgresql_where=sa.text("undone_at IS NULL"),
        )

    op.create_table(
        "series",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "content_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "frequency",
            sa.Enum(
                "daily",
                "weekly",
                "monthly_by_day",
                "monthly_by_weekday",
                "yearly",
                name="frequency",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("every", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("weekdays", Words(), nullable=False),
        sa.Column("nth", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column(
            "short_month",
            sa.Enum(
                "skip",
                "last_day",
                name="shortmonth",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("first_on", sa.Date(), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=True),
        sa.Column("number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column(
            "created_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("ended_at", UtcDateTime(), nullable=True),
        sa.Column("version", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("touched_at", UtcDateTime(), nullable=True),
        sa.CheckConstraint("every >= 1", name=op.f("ck_series_goes_on")),
        sa.CheckConstraint("number IS NULL OR until_on IS NULL", name=op.f("ck_series_one_end")),
        sa.ForeignKeyConstraint(
            ["content_id"], ["content.id"], name=op.f("fk_series_content_id_content")
        ),
        sa.ForeignKeyConstraint(
            ["created_by_id"], ["person.id"], name=op.f("fk_series_created_by_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_series")),
        sa.UniqueConstraint("content_id", name=op.f("uq_series_content_id")),
    )
    op.create_table(
        "narrative",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "report_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "part",
            sa.Enum(
                "a",
                "b",
                "c",
                "d",
                "e",
                "f",
                "g",
                "preface",
                "introduction",
                "closing",
                name="part",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("text", Words(), nullable=False),
        sa.Column("empty_reason", Words(), nullable=True),
        sa.Column("saved_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["report_id"], ["annual_report.id"], name=op.f("fk_narrative_report_id_annual_report")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_narrative")),
        sa.UniqueConstraint("report_id", "part", name=op.f("uq_narrative_report_id_part")),
    )
    op.create_table(
        "occurrence",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "series_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "content_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("occurs_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["content_id"], ["content.id"], name=op.f("fk_occurrence_content_id_content")
        ),
        sa.ForeignKeyConstraint(
            ["series_id"], ["series.id"], name=op.f("fk_occurrence_series_id_series")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_occurrence")),
        sa.UniqueConstraint("content_id", name=op.f("uq_occurrence_content_id")),
        sa.UniqueConstraint(
            "series_id", "occurs_on", name=op.f("uq_occurrence_series_id_occurs_on")
        ),
    )
    op.create_table(
        "referral",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "inquiry_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "direction",
            sa.Enum(
                "out", "in", name="direction", native_enum=False, create_constraint=True, length=40
            ),
            nullable=False,
        ),
        sa.Column(
            "agency_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "state",
            sa.Enum(
                "sent",
                "acknowledged",
                "answered",
                "not_competent",
                "recalled",
                name="referralstate",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("means", Words(), nullable=False),
        sa.Column("note", Words(), nullable=False),
        sa.Column("contacted_at", UtcDateTime(), nullable=False),
        sa.Column("contacted_recorded_at", UtcDateTime(), nullable=False),
        sa.Column(
            "contacted_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("acknowledged_at", UtcDateTime(), nullable=True),
        sa.Column("answer_text", Words(), nullable=True),
        sa.Column("answered_at", UtcDateTime(), nullable=True),
        sa.Column("answered_recorded_at", UtcDateTime(), nullable=True),
        sa.Column("is_history", sa.Boolean(), nullable=False),
        sa.Column("version", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("touched_at", UtcDateTime(), nullable=True),
        sa.Column("uuid", sa.Uuid(), nullable=False),
        sa.CheckConstraint(
            "state <> 'answered' OR answered_at IS NOT NULL", name=op.f("ck_referral_answer_moment")
        ),
        sa.ForeignKeyConstraint(
            ["agency_id"], ["agency.id"], name=op.f("fk_referral_agency_id_agency")
        ),
        sa.ForeignKeyConstraint(
            ["contacted_by_id"], ["person.id"], name=op.f("fk_referral_contacted_by_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["inquiry_id"], ["inquiry.id"], name=op.f("fk_referral_inquiry_id_inquiry")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_referral")),
        sa.UniqueConstraint("uuid", name=op.f("uq_referral_uuid")),
    )
    with op.batch_alter_table("referral", schema=None) as batch_op:
        batch_op.create_index("ix_referral_agency_id", ["agency_id", "contacted_at"], unique=False)
        batch_op.create_index("ix_referral_inquiry_id", ["inquiry_id"], unique=False)

    op.create_table(
        "answer",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "inquiry_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "kind",
            sa.Enum(
                "final",
                "interim",
                name="answerkind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column(
            "interim_state",
            sa.Enum(
                "drafted",
                "awaiting_approval",
                "approved",
                "sent",
                name="interimstate",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column("text", Words(), nullable=False),
        sa.Column(
            "referral_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column(
            "standard_answer_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=True,
        ),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("returned_reason", Words(), nullable=True),
        sa.Column("sent_at", UtcDateTime(), nullable=True),
        sa.Column("sent_recorded_at", UtcDateTime(), nullable=True),
        sa.Column("proof_url", Words(), nullable=True),
        sa.Column("proof_note", Words(), nullable=True),
        sa.Column("is_history", sa.Boolean(), nullable=False),
        sa.Column("version", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("touched_at", UtcDateTime(), nullable=True),
        sa.CheckConstraint(
            "(kind = 'interim') = (interim_state IS NOT NULL)", name=op.f("ck_answer_interim_state")
        ),
        sa.CheckConstraint(
            "sent_at IS NULL OR proof_url IS NOT NULL OR proof_note IS NOT NULL OR is_history",
            name=op.f("ck_answer_has_proof"),
        ),
        sa.ForeignKeyConstraint(
            ["inquiry_id"], ["inquiry.id"], name=op.f("fk_answer_inquiry_id_inquiry")
        ),
        sa.ForeignKeyConstraint(
            ["referral_id"], ["referral.id"], name=op.f("fk_answer_referral_id_referral")
        ),
        sa.ForeignKeyConstraint(
            ["standard_answer_id"],
            ["standard_answer.id"],
            name=op.f("fk_answer_standard_answer_id_standard_answer"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_answer")),
    )
    with op.batch_alter_table("answer", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_answer_inquiry_id"), ["inquiry_id"], unique=False)

    op.create_table(
        "clock",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "first_answer",
                "agency_answer",
                "agency_request",
                "our_answer",
                name="clockkind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column(
            "inquiry_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "referral_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column(
            "owing_agency_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("policy_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column(
            "limit_seconds", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("started_at", UtcDateTime(), nullable=False),
        sa.Column("due_at", UtcDateTime(), nullable=False),
        sa.Column("stopped_at", UtcDateTime(), nullable=True),
        sa.Column("stop_recorded_at", UtcDateTime(), nullable=True),
        sa.Column(
            "outcome",
            sa.Enum(
                "met",
                "breached",
                "void",
                name="outcome",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=True,
        ),
        sa.CheckConstraint(
            "(stopped_at IS NULL) = (outcome IS NULL)", name=op.f("ck_clock_stopped_has_outcome")
        ),
        sa.CheckConstraint("due_at > started_at", name=op.f("ck_clock_due_after_start")),
        sa.ForeignKeyConstraint(
            ["inquiry_id"], ["inquiry.id"], name=op.f("fk_clock_inquiry_id_inquiry")
        ),
        sa.ForeignKeyConstraint(
            ["owing_agency_id"], ["agency.id"], name=op.f("fk_clock_owing_agency_id_agency")
        ),
        sa.ForeignKeyConstraint(
            ["policy_id"], ["policy.id"], name=op.f("fk_clock_policy_id_policy")
        ),
        sa.ForeignKeyConstraint(
            ["referral_id"], ["referral.id"], name=op.f("fk_clock_referral_id_referral")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_clock")),
    )
    with op.batch_alter_table("clock", schema=None) as batch_op:
        batch_op.create_index("ix_clock_inquiry_id", ["inquiry_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_clock_referral_id"), ["referral_id"], unique=False)
        batch_op.create_index("ix_clock_running", ["stopped_at", "due_at"], unique=False)
        batch_op.create_index("ix_clock_started_at", ["kind", "started_at"], unique=False)

    op.create_table(
        "author",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "content_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("answer_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column(
            "person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("first_at", UtcDateTime(), nullable=False),
        sa.CheckConstraint(
            "(content_id IS NULL) <> (answer_id IS NULL)", name=op.f("ck_author_one_subject")
        ),
        sa.ForeignKeyConstraint(
            ["answer_id"], ["answer.id"], name=op.f("fk_author_answer_id_answer")
        ),
        sa.ForeignKeyConstraint(
            ["content_id"], ["content.id"], name=op.f("fk_author_content_id_content")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_author_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_author")),
        sa.UniqueConstraint("answer_id", "person_id", name=op.f("uq_author_answer_id_person_id")),
        sa.UniqueConstraint("content_id", "person_id", name=op.f("uq_author_content_id_person_id")),
    )
    op.create_table(
        "revision",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "content_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("answer_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("form", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("body", Words(), nullable=False),
        sa.Column("code", Words(), nullable=False),
        sa.Column("made_at", UtcDateTime(), nullable=False),
        sa.Column(
            "made_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("uuid", sa.Uuid(), nullable=False),
        sa.CheckConstraint(
            "(content_id IS NULL) <> (answer_id IS NULL)", name=op.f("ck_revision_one_subject")
        ),
        sa.ForeignKeyConstraint(
            ["answer_id"], ["answer.id"], name=op.f("fk_revision_answer_id_answer")
        ),
        sa.ForeignKeyConstraint(
            ["content_id"], ["content.id"], name=op.f("fk_revision_content_id_content")
        ),
        sa.ForeignKeyConstraint(
            ["made_by_id"], ["person.id"], name=op.f("fk_revision_made_by_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_revision")),
        sa.UniqueConstraint("answer_id", "number", name=op.f("uq_revision_answer_id_number")),
        sa.UniqueConstraint("content_id", "number", name=op.f("uq_revision_content_id_number")),
        sa.UniqueConstraint("uuid", name=op.f("uq_revision_uuid")),
    )
    with op.batch_alter_table("revision", schema=None) as batch_op:
        batch_op.create_index("ix_revision_code", ["code"], unique=False)

    op.create_table(
        "decision",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "revision_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "verdict",
            sa.Enum(
                "selected",
                "approved",
                "returned",
                name="verdict",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("level", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "decider_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "deputy_for_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column(
            "deputy_mode",
            sa.Enum(
                "own",
                "plt",
                "plh",
                "an",
                "an_ub",
                name="signingmode",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column(
            "means",
            sa.Enum(
                "in_program",
                "message",
                "spoken",
                "paper",
                name="means",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("proof", Words(), nullable=True),
        sa.Column(
            "proof_asset_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("reason", Words(), nullable=False),
        sa.Column("ethics", Words(), nullable=False),
        sa.Column("reported", sa.Boolean(), nullable=False),
        sa.Column("corrected_from", Words(), nullable=True),
        sa.Column("policy_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("happened_at", UtcDateTime(), nullable=False),
        sa.Column("recorded_at", UtcDateTime(), nullable=False),
        sa.Column(
            "recorded_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("confirmed_at", UtcDateTime(), nullable=True),
        sa.Column("sheet_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("voided_at", UtcDateTime(), nullable=True),
        sa.Column("voided_reason", Words(), nullable=True),
        sa.Column("uuid", sa.Uuid(), nullable=False),
        sa.CheckConstraint(
            "means <> 'in_program' OR confirmed_at IS NOT NULL", name=op.f("ck_decision_own_word")
        ),
        sa.CheckConstraint(
            "means = 'in_program' OR proof_asset_id IS NOT NULL OR (means = 'spoken' AND proof IS NOT NULL)",
            name=op.f("ck_decision_proof"),
        ),
        sa.CheckConstraint(
            "verdict <> 'returned' OR reason <> ''", name=op.f("ck_decision_return_reason")
        ),
        sa.CheckConstraint(
            "(deputy_for_id IS NULL) = (deputy_mode IS NULL)", name=op.f("ck_decision_deputy")
        ),
        sa.ForeignKeyConstraint(
            ["decider_id"], ["person.id"], name=op.f("fk_decision_decider_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["deputy_for_id"], ["person.id"], name=op.f("fk_decision_deputy_for_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["policy_id"], ["policy.id"], name=op.f("fk_decision_policy_id_policy")
        ),
        sa.ForeignKeyConstraint(
            ["proof_asset_id"], ["asset.id"], name=op.f("fk_decision_proof_asset_id_asset")
        ),
        sa.ForeignKeyConstraint(
            ["recorded_by_id"], ["person.id"], name=op.f("fk_decision_recorded_by_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["revision_id"], ["revision.id"], name=op.f("fk_decision_revision_id_revision")
        ),
        sa.ForeignKeyConstraint(
            ["sheet_id"], ["approval_sheet.id"], name=op.f("fk_decision_sheet_id_approval_sheet")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decision")),
        sa.UniqueConstraint("uuid", name=op.f("uq_decision_uuid")),
    )
    with op.batch_alter_table("decision", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_decision_decider_id"), ["decider_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_decision_revision_id"), ["revision_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_decision_sheet_id"), ["sheet_id"], unique=False)

    op.create_table(
        "fingerprint",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "revision_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "variant_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("sha256", Words(), nullable=False),
        sa.Column("planned_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["revision_id"], ["revision.id"], name=op.f("fk_fingerprint_revision_id_revision")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fingerprint")),
    )
    with op.batch_alter_table("fingerprint", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_fingerprint_revision_id"), ["revision_id"], unique=False
        )

    op.create_table(
        "variant",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "content_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "account_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("post_kind", Words(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "planned",
                "published",
                "unknown",
                "withdrawn",
                "skipped",
                name="variantstate",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("text", Words(), nullable=True),
        sa.Column("planned_at", UtcDateTime(), nullable=True),
        sa.Column("published_at", UtcDateTime(), nullable=True),
        sa.Column("published_recorded_at", UtcDateTime(), nullable=True),
        sa.Column("proof_url", Words(), nullable=True),
        sa.Column("post_key", Words(), nullable=True),
        sa.Column(
            "revision_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column(
            "proof_asset_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("closing_reason", Words(), nullable=True),
        sa.Column("kept_at", UtcDateTime(), nullable=True),
        sa.Column("is_history", sa.Boolean(), nullable=False),
        sa.CheckConstraint(
            "state <> 'published' OR proof_url IS NOT NULL OR is_history",
            name=op.f("ck_variant_has_proof"),
        ),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_variant_account_id_account")
        ),
        sa.ForeignKeyConstraint(
            ["content_id"], ["content.id"], name=op.f("fk_variant_content_id_content")
        ),
        sa.ForeignKeyConstraint(
            ["proof_asset_id"], ["asset.id"], name=op.f("fk_variant_proof_asset_id_asset")
        ),
        sa.ForeignKeyConstraint(
            ["revision_id"], ["revision.id"], name=op.f("fk_variant_revision_id_revision")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_variant")),
        sa.UniqueConstraint(
            "content_id",
            "account_id",
            "post_kind",
            name=op.f("uq_variant_content_id_account_id_post_kind"),
        ),
    )
    with op.batch_alter_table("variant", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_variant_account_id"), ["account_id"], unique=False)
        batch_op.create_index("ix_variant_planned_at", ["planned_at", "id"], unique=False)
        batch_op.create_index("ix_variant_post_key", ["post_key"], unique=False)
        batch_op.create_index(
            "ix_variant_published_at", ["published_at", "account_id"], unique=False
        )
        batch_op.create_index("ix_variant_state", ["state", "planned_at"], unique=False)

    op.create_table(
        "comment",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "citizen_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("platform", Words(), nullable=True),
        sa.Column(
            "account_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column(
            "variant_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("post_key", Words(), nullable=True),
        sa.Column(
            "inquiry_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("is_opening", sa.Boolean(), nullable=False),
        sa.Column("text", Words(), nullable=False),
        sa.Column("fold_key", Words(), nullable=False),
        sa.Column(
            "occurrence", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("external_id", Words(), nullable=True),
        sa.Column("written_at", UtcDateTime(), nullable=True),
        sa.Column("written_age", Words(), nullable=True),
        sa.Column("written_about_at", UtcDateTime(), nullable=True),
        sa.Column("seen_at", UtcDateTime(), nullable=False),
        sa.Column("likes", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("is_reply", sa.Boolean(), nullable=False),
        sa.Column("is_own", sa.Boolean(), nullable=False),
        sa.Column("is_incomplete", sa.Boolean(), nullable=False),
        sa.Column(
            "tone",
            sa.Enum(
                "positive",
                "neutral",
                "negative",
                name="tone",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column(
            "marked_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("marked_at", UtcDateTime(), nullable=True),
        sa.Column(
            "import_run_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.CheckConstraint("(tone IS NULL) = (marked_at IS NULL)", name=op.f("ck_comment_marked")),
        sa.CheckConstraint("NOT is_own OR tone IS NULL", name=op.f("ck_comment_own_has_no_tone")),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_comment_account_id_account")
        ),
        sa.ForeignKeyConstraint(
            ["citizen_id"], ["citizen.id"], name=op.f("fk_comment_citizen_id_citizen")
        ),
        sa.ForeignKeyConstraint(
            ["import_run_id"], ["import_run.id"], name=op.f("fk_comment_import_run_id_import_run")
        ),
        sa.ForeignKeyConstraint(
            ["inquiry_id"], ["inquiry.id"], name=op.f("fk_comment_inquiry_id_inquiry")
        ),
        sa.ForeignKeyConstraint(
            ["marked_by_id"], ["person.id"], name=op.f("fk_comment_marked_by_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["variant_id"], ["variant.id"], name=op.f("fk_comment_variant_id_variant")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_comment")),
        sa.UniqueConstraint(
            "post_key",
            "citizen_id",
            "fold_key",
            "occurrence",
            name=op.f("uq_comment_post_key_citizen_id_fold_key_occurrence"),
        ),
    )
    with op.batch_alter_table("comment", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_comment_account_id"), ["account_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_comment_citizen_id"), ["citizen_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_comment_import_run_id"), ["import_run_id"], unique=False
        )
        batch_op.create_index("ix_comment_inquiry_id", ["inquiry_id", "id"], unique=False)
        batch_op.create_index("ix_comment_post_key", ["post_key", "id"], unique=False)
        batch_op.create_index("ix_comment_variant_id", ["variant_id", "id"], unique=False)
        batch_op.create_index("ix_comment_written_at", ["written_at"], unique=False)

    op.create_table(
        "measurement",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "account_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "variant_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("post_key", Words(), nullable=False),
        sa.Column("post_text", Words(), nullable=True),
        sa.Column("posted_at", UtcDateTime(), nullable=True),
        sa.Column(
            "measure",
            sa.Enum(
                "shares",
                "reposts",
                "views",
                "impressions",
                "reach",
                "likes",
                "reactions",
                "comments",
                "saves",
                "follows",
                "clicks",
                "engagements",
                "profile_visits",
                "visitors",
                "page_views",
                "conversations",
                "messages_sent",
                name="measure",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("own_name", Words(), nullable=True),
        sa.Column("value", sa.Double(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=False),
        sa.Column("as_of", sa.Date(), nullable=False),
        sa.Column(
            "import_run_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.CheckConstraint(
            "value >= 0 OR measure = 'follows'", name=op.f("ck_measurement_not_negative")
        ),
        sa.CheckConstraint(
            "until_on IS NULL OR from_on IS NULL OR until_on >= from_on",
            name=op.f("ck_measurement_period"),
        ),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_measurement_account_id_account")
        ),
        sa.ForeignKeyConstraint(
            ["import_run_id"],
            ["import_run.id"],
            name=op.f("fk_measurement_import_run_id_import_run"),
        ),
        sa.ForeignKeyConstraint(
            ["variant_id"], ["variant.id"], name=op.f("fk_measurement_variant_id_variant")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_measurement")),
        sa.UniqueConstraint(
            "account_id",
            "post_key",
            "measure",
            "from_on",
            "until_on",
            name=op.f("uq_measurement_account_id_post_key_measure_from_on_until_on"),
        ),
    )
    with op.batch_alter_table("measurement", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_measurement_import_run_id"), ["import_run_id"], unique=False
        )
        batch_op.create_index("ix_measurement_measure", ["measure", "posted_at"], unique=False)
        batch_op.create_index("ix_measurement_variant_id", ["variant_id"], unique=False)

    op.create_table(
        "remark",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "content_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column(
            "inquiry_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column(
            "variant_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column(
            "person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("text", Words(), nullable=False),
        sa.Column("made_at", UtcDateTime(), nullable=False),
        sa.CheckConstraint(
            "(content_id IS NULL) <> (inquiry_id IS NULL)", name=op.f("ck_remark_one_subject")
        ),
        sa.ForeignKeyConstraint(
            ["content_id"], ["content.id"], name=op.f("fk_remark_content_id_content")
        ),
        sa.ForeignKeyConstraint(
            ["inquiry_id"], ["inquiry.id"], name=op.f("fk_remark_inquiry_id_inquiry")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_remark_person_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["variant_id"], ["variant.id"], name=op.f("fk_remark_variant_id_variant")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_remark")),
    )
    with op.batch_alter_table("remark", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_remark_content_id"), ["content_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_remark_inquiry_id"), ["inquiry_id"], unique=False)

    op.create_table(
        "sheet_line",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("sheet_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("position", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "revision_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "decision_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.ForeignKeyConstraint(
            ["decision_id"], ["decision.id"], name=op.f("fk_sheet_line_decision_id_decision")
        ),
        sa.ForeignKeyConstraint(
            ["revision_id"], ["revision.id"], name=op.f("fk_sheet_line_revision_id_revision")
        ),
        sa.ForeignKeyConstraint(
            ["sheet_id"], ["approval_sheet.id"], name=op.f("fk_sheet_line_sheet_id_approval_sheet")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sheet_line")),
        sa.UniqueConstraint("sheet_id", "position", name=op.f("uq_sheet_line_sheet_id_position")),
    )
    op.create_table(
        "variant_media",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "variant_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("asset_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("position", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("alt_text", Words(), nullable=False),
        sa.ForeignKeyConstraint(
            ["asset_id"], ["asset.id"], name=op.f("fk_variant_media_asset_id_asset")
        ),
        sa.ForeignKeyConstraint(
            ["variant_id"], ["variant.id"], name=op.f("fk_variant_media_variant_id_variant")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_variant_media")),
        sa.UniqueConstraint(
            "variant_id", "asset_id", name=op.f("uq_variant_media_variant_id_asset_id")
        ),
    )
    with op.batch_alter_table("variant_media", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_variant_media_asset_id"), ["asset_id"], unique=False)
