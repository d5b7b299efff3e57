using System.Text.Json;
using Fairload.App.Store;
using Fairload.Core.Surveys.Returns;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fairload.App.Surveys.Returns;

/// <summary>A section of a return as it was last saved.</summary>
internal sealed class ReturnSection
{
    private ReturnSection() { }

    public Id<EmployersReturn> ReturnId { get; private init; }
    public string Code { get; private init; } = "";

    /// <summary>As JSON.</summary>
    public string Answers { get; private set; } = "";
    public string SavedBy { get; private set; } = "";
    public DateTime SavedAt { get; private set; }
    public int Version { get; private set; }

    public IReadOnlyList<ReturnAnswer> Said => JsonSerializer.Deserialize<List<ReturnAnswer>>(Answers)
        ?? throw new InvalidOperationException("A saved section of a return holds nothing.");

    public static ReturnSection Of(Id<EmployersReturn> id, string code) => new() { ReturnId = id, Code = code };

    public void Save(IReadOnlyList<ReturnAnswer> answers, string by, DateTime at)
    {
        (Answers, SavedBy, SavedAt) = (JsonSerializer.Serialize(answers), by, at);
        Version++;
    }

    /// <summary>The same for a return that corrects the one it was saved in.</summary>
    public ReturnSection For(Id<EmployersReturn> id) =>
        new() { ReturnId = id, Code = Code, Answers = Answers, SavedBy = SavedBy, SavedAt = SavedAt, Version = 1 };
}

internal sealed class EmployersReturnMapping : IEntityTypeConfiguration<EmployersReturn>
{
    public void Configure(EntityTypeBuilder<EmployersReturn> one)
    {
        one.ToTable("employers_return");
        one.Ignore(r => r.IsSigned);
    }
}

internal sealed class ReturnSectionMapping : IEntityTypeConfiguration<ReturnSection>
{
    public void Configure(EntityTypeBuilder<ReturnSection> section)
    {
        section.ToTable("return_section");
        section.HasKey(s => new { s.ReturnId, s.Code });
        section.Ignore(s => s.Said);
        section.PointsAt<ReturnSection, EmployersReturn>(s => s.ReturnId);
    }
}
