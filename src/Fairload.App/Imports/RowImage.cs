using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Fairload.App.Imports;

/// <summary>One row as JSON, column by column as it is stored, so that undoing an import puts back exactly what was there.</summary>
internal static class RowImage
{
    public static string Of(FairloadDb db, object entity)
    {
        var image = new Dictionary<string, object?>();
        foreach (var property in TypeOf(db, entity).GetProperties())
        {
            var value = property.PropertyInfo!.GetValue(entity);
            image[property.GetColumnName()] = value is null ? null : property.GetTypeMapping().Converter?.ConvertToProvider(value) ?? value;
        }

        return JsonSerializer.Serialize(image);
    }

    public static string TableOf(FairloadDb db, object entity) => TypeOf(db, entity).GetTableName()!;

    public static Guid IdOf(FairloadDb db, object entity)
    {
        var key = TypeOf(db, entity).FindPrimaryKey()!.Properties.Single();
        return (Guid)(key.GetTypeMapping().Converter?.ConvertToProvider(key.PropertyInfo!.GetValue(entity)) ?? key.PropertyInfo!.GetValue(entity)!);
    }

    /// <summary>Writes the image over a tracked row.</summary>
    public static void Restore(EntityEntry row, string image)
    {
        using var json = JsonDocument.Parse(image);
        foreach (var property in row.Metadata.GetProperties())
            row.Property(property.Name).CurrentValue = Read(property, json.RootElement.GetProperty(property.GetColumnName()));
    }

    /// <summary>Makes a removed row anew, to be added.</summary>
    public static object Revive(FairloadDb db, string table, string image)
    {
        var type = TypeOf(db, table);
        var entity = RuntimeHelpers.GetUninitializedObject(type.ClrType);
        using var json = JsonDocument.Parse(image);
        foreach (var property in type.GetProperties())
            (property.FieldInfo ?? throw new InvalidOperationException($"{table}.{property.Name} has no field to restore.")).SetValue(entity, Read(property, json.RootElement.GetProperty(property.GetColumnName())));
        return entity;
    }

    public static IEntityType TypeOf(FairloadDb db, string table) => db.Model.GetEntityTypes().Single(t => t.GetTableName() == table);

    /// <summary>The key of the row as its property wants it, from the stored form.</summary>
    public static object KeyOf(FairloadDb db, string table, Guid id)
    {
        var key = TypeOf(db, table).FindPrimaryKey()!.Properties.Single();
        return key.GetTypeMapping().Converter?.ConvertFromProvider(id) ?? id;
    }

    private static IEntityType TypeOf(FairloadDb db, object entity) => db.Model.FindEntityType(entity.GetType())!;

    private static object? Read(IProperty property, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Null) return null;
        var converter = property.GetTypeMapping().Converter;
        var stored = converter?.ProviderClrType ?? property.ClrType;
        var read = value.Deserialize(Nullable.GetUnderlyingType(stored) ?? stored);
        return converter is null ? read : converter.ConvertFromProvider(read);
    }
}
