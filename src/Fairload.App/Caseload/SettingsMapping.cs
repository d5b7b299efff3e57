using Fairload.Core.Caseload;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fairload.App.Caseload;

/// <summary>One version of a factor set. The document is the whole of it; the columns are for finding it.</summary>
internal sealed record FactorSetRow(string Code, Area Area, string Name, string AgreedBy, DateOnly LiveFrom, string Document)
{
    public static FactorSetRow Of(FactorSet set) =>
        new(set.Code, set.Area, set.Name, set.AgreedBy, set.LiveFrom, ReferenceDocuments.Write(set));
}

/// <summary>One version of the weights.</summary>
internal sealed record WeightSetRow(string Code, string Name, string AgreedBy, DateOnly LiveFrom, string Document)
{
    public static WeightSetRow Of(Weights set) => new(set.Code, set.Name, set.AgreedBy, set.LiveFrom, ReferenceDocuments.Write(set));
}

internal sealed class FactorSetMapping : IEntityTypeConfiguration<FactorSetRow>
{
    public void Configure(EntityTypeBuilder<FactorSetRow> set)
    {
        set.ToTable("factor_set");
        set.HasKey(s => s.Code);
    }
}

internal sealed class WeightSetMapping : IEntityTypeConfiguration<WeightSetRow>
{
    public void Configure(EntityTypeBuilder<WeightSetRow> set)
    {
        set.ToTable("weight_set");
        set.HasKey(s => s.Code);
    }
}
