{{- define "iic.labels" -}}
app.kubernetes.io/name: iic
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
app.kubernetes.io/component: {{ .component }}
{{- end }}

{{- define "iic.selector" -}}
app.kubernetes.io/name: iic
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .component }}
{{- end }}

{{/* Settings of Kafka; `user` names who connects. */}}
{{- define "iic.kafka" -}}
- {name: IIC_KAFKA_BROKERS, value: {{ .root.Values.kafka.brokers | quote }}}
- {name: IIC_KAFKA_PREFIX, value: {{ .root.Values.kafka.prefix | quote }}}
{{- if .root.Values.kafka.authoritySecret }}
- {name: IIC_KAFKA_CA_FILE, value: /secrets/kafka-ca/ca.crt}
{{- else }}
- {name: IIC_KAFKA_TLS, value: "1"}
{{- end }}
{{- if .root.Values.kafka.mechanism }}
- {name: IIC_KAFKA_SASL_MECHANISM, value: {{ .root.Values.kafka.mechanism | quote }}}
- {name: IIC_KAFKA_USERNAME, value: {{ .user | quote }}}
- {name: IIC_KAFKA_PASSWORD_FILE, value: /secrets/kafka/{{ .user }}}
{{- end }}
{{- end }}

{{- define "iic.kafkaMounts" -}}
{{- if .Values.kafka.authoritySecret }}
- {name: kafka-ca, mountPath: /secrets/kafka-ca, readOnly: true}
{{- end }}
{{- if .Values.kafka.mechanism }}
- {name: kafka, mountPath: /secrets/kafka, readOnly: true}
{{- end }}
{{- end }}

{{/* Each pod sees the password of its own user only. */}}
{{- define "iic.kafkaVolumes" -}}
{{- if .root.Values.kafka.authoritySecret }}
- name: kafka-ca
  secret: {secretName: {{ .root.Values.kafka.authoritySecret | quote }}}
{{- end }}
{{- if .root.Values.kafka.mechanism }}
- name: kafka
  secret:
    secretName: {{ .root.Values.kafka.passwordSecret | quote }}
    items: [{key: {{ .user | quote }}, path: {{ .user | quote }}}]
{{- end }}
{{- end }}

{{- define "iic.podSecurity" -}}
runAsNonRoot: true
runAsUser: 10001
runAsGroup: 10001
fsGroup: 10001
seccompProfile: {type: RuntimeDefault}
{{- end }}

{{- define "iic.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities: {drop: [ALL]}
{{- end }}
