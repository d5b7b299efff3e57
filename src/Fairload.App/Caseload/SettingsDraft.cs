using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fairload.App.Caseload;

/// <summary>What a draft is of.</summary>
public enum DraftKind { Weights, Children, Adults }

/// <summary>Weights or factors that nobody has agreed: one of a kind, changed by whoever may agree settings.</summary>
internal sealed class SettingsDraft
{
    /// <summary>Stands where the agreed version will have its own.</summary>
    public const string Code = "draft";

    private SettingsDraft() { }

    public DraftKind Kind { get; private init; }
    public string Document { get; private set; } = "";
    public string SavedBy { get; private set; } = "";
    public DateTime SavedAt { get; private set; }
    public int Version { get; private set; }

    public static SettingsDraft Begin(DraftKind kind, string document, string by, DateTime at) =>
        new() { Kind = kind, Document = document, SavedBy = by, SavedAt = at, Version = 1 };

    public void Change(string document, string by, DateTime at)
    {
        (Document, SavedBy, SavedAt) = (document, by, at);
        Version++;
    }
}

internal sealed class SettingsDraftMapping : IEntityTypeConfiguration<SettingsDraft>
{
    public void Configure(EntityTypeBuilder<SettingsDraft> draft)
    {
        draft.ToTable("settings_draft");
        draft.HasKey(d => d.Kind);
    }
}
