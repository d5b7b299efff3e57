using System.Text.Json;
using Fairload.Core.Imports;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fairload.App.Imports.Inbox;

/// <summary>What became of a file in the inbox.</summary>
public enum InboxFate
{
    Taken,

    /// <summary>It was looked at and waits on the Imports page for a person.</summary>
    Held,

    /// <summary>It can not be taken in at all.</summary>
    Refused,
}

/// <summary>One file that was found in the inbox, and what became of it.</summary>
public sealed class InboxFile
{
    private InboxFile() { }

    public Guid Id { get; private init; }
    public string Name { get; private init; } = "";

    /// <summary>Where it lies now, below the inbox.</summary>
    public string KeptAs { get; private init; } = "";
    public string Hash { get; private init; } = "";
    public InboxFate Fate { get; private init; }

    /// <summary>The catalogue's key of the sentence that says why; empty for a file that was taken in.</summary>
    public string Reason { get; private init; } = "";
    public string Args { get; private init; } = "[]";
    public Id<ImportRun>? ImportId { get; private init; }
    public DateTime FoundAt { get; private init; }

    /// <summary>What goes in the gaps of <see cref="Reason"/>.</summary>
    public IReadOnlyList<string> Gaps => JsonSerializer.Deserialize<List<string>>(Args)!;

    internal static InboxFile Of(
        string name, string keptAs, string hash, InboxFate fate, ImportProblem? why, Id<ImportRun>? import, DateTime at) => new()
        {
            Id = Guid.CreateVersion7(),
            Name = name,
            KeptAs = keptAs,
            Hash = hash,
            Fate = fate,
            Reason = why?.Text ?? "",
            Args = JsonSerializer.Serialize(why?.Args ?? []),
            ImportId = import,
            FoundAt = at,
        };
}

/// <summary>The heartbeat, and whose turn it is: one node looks at a time.</summary>
internal sealed class InboxWatch
{
    /// <summary>There is one row.</summary>
    public static Guid Only { get; } = Guid.Parse("01900000-0000-7000-8000-000000000001");

    public Guid Id { get; init; } = Only;
    public DateTime LookedAt { get; set; }
    public string LookedBy { get; set; } = "";

    /// <summary>A node that dies keeps the turn no longer than this.</summary>
    public DateTime? BusyUntil { get; set; }

    /// <summary>Why the folder could not be looked at; empty when all was well.</summary>
    public string Trouble { get; set; } = "";
    public int Version { get; set; }
}

internal sealed class InboxFileMapping : IEntityTypeConfiguration<InboxFile>
{
    public void Configure(EntityTypeBuilder<InboxFile> file)
    {
        file.ToTable("inbox_file").Ignore(f => f.Gaps);
        file.HasOne<ImportRun>().WithMany().HasForeignKey(f => f.ImportId).OnDelete(DeleteBehavior.ClientNoAction);
    }
}

internal sealed class InboxWatchMapping : IEntityTypeConfiguration<InboxWatch>
{
    public void Configure(EntityTypeBuilder<InboxWatch> watch) => watch.ToTable("inbox_watch");
}
