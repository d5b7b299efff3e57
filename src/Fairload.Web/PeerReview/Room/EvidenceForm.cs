using Fairload.App.PeerReview;
using Fairload.Core.PeerReview.Room;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Fairload.Web.PeerReview.Room;

/// <summary>What is entered about a piece of evidence.</summary>
internal sealed class EvidenceForm
{
    public string? Title { get; set; }
    public string? Shows { get; set; }
    public DateOnly? EffectiveOn { get; set; }
    public DateOnly? ExpiresOn { get; set; }
    public string? Owner { get; set; }
    public List<string> Parts { get; set; } = [];
    public List<string> Measures { get; set; } = [];
    public EvidenceReaders? Readers { get; set; }

    /// <summary>Among what one chooses.</summary>
    [BindNever] public FrameworkParts Known { get; set; } = null!;

    public static EvidenceForm Of(EvidencePiece piece, FrameworkParts known) => new()
    {
        Title = piece.Title,
        Shows = piece.Shows,
        EffectiveOn = piece.EffectiveOn,
        ExpiresOn = piece.ExpiresOn,
        Owner = piece.Owner,
        Parts = [.. piece.PartCodes],
        Measures = [.. piece.MeasureCodes],
        Readers = piece.Readers,
        Known = known,
    };

    public EvidenceSaid Said() => new(Title ?? "", Shows ?? "", EffectiveOn, ExpiresOn, Owner ?? "", Parts, Measures, Readers);
}
